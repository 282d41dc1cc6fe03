import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import { defineAsyncComponent } from "vue";
import { onAnchors } from "./anchors.ts";
import { onChosenCode } from "./chosen-code.ts";
import SiteLayout from "./site-layout.vue";
import "./styles/colours.css";
import "./styles/page.css";
import "./styles/tables.css";
import "./styles/tools.css";
import "./styles/landing.css";
import "./styles/fields.css";
import "./styles/code.css";
import "./styles/compare.css";

// biome-ignore lint/style/noDefaultExport: VitePress reads it so.
export default {
  extends: DefaultTheme,
  Layout: SiteLayout,
  enhanceApp({ app, router }) {
    app.component(
      "LandingPage",
      defineAsyncComponent(() => import("./landing-page.vue")),
    );
    if (import.meta.env.SSR) return;
    onChosenCode();
    onAnchors(router);
  },
} satisfies Theme;
