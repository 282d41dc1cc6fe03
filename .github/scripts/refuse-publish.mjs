// Runs before a package is published from its folder, and refuses: what lies there names no repository, without which npm
// takes no provenance, and its README has links that lead nowhere from npm.
console.error("A package is not published from its folder. Run `pnpm release`: see “Release” in CONTRIBUTING.md.");
process.exit(1);
