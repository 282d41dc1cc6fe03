import type { Rule } from "postcss";

/** Components of VitePress that this site has none of, and the parts of a search that asks another host. */
const unused = new RegExp(
  [
    "VPHome|VPTeam|VPFeature|VPHero|VPCarbonAds|VPSponsor|vp-sponsor|vp-code-group",
    "DocSearch-(Modal|Form|Hit|Footer|Commands|Screen|NoResults|Dropdown|Logo|Input|Cancel|Reset|Loading|Magnifier)",
    "DocSearch-(Start|Source|Title|Help|Prefill|Container|VisuallyHidden|Error|Clear|Label|Commands|Key|Action)",
  ].join("|"),
);

/** Leaves out the styles of what the site does not have: a fifth of VitePress's stylesheet. */
export const unusedStyles = {
  postcssPlugin: "unused-styles",
  Rule(rule: Rule): void {
    const own = rule.selectors.filter((selector) => !unused.test(selector));
    if (own.length === 0) rule.remove();
    else if (own.length < rule.selectors.length) rule.selectors = own;
  },
};
