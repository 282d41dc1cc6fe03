import type { Rule } from "postcss";

/** Components of VitePress that this site has none of, and the search that asks another host, less its button. */
const unused = /VPHome|VPTeam|VPFeature|VPHero|VPCarbonAds|VPSponsor|vp-sponsor|vp-code-group/;
const elsewhere = /^(?!.*DocSearch-Button).*DocSearch/s;

/** Leaves out the styles of what the site does not have: a fifth of VitePress's stylesheet. */
export const unusedStyles = {
  postcssPlugin: "unused-styles",
  Rule(rule: Rule): void {
    const own = rule.selectors.filter((selector) => !unused.test(selector) && !elsewhere.test(selector));
    if (own.length === 0) rule.remove();
    else if (own.length < rule.selectors.length) rule.selectors = own;
  },
};
