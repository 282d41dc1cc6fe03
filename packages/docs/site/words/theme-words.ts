import type { DefaultTheme } from "vitepress";

type SearchWords = NonNullable<DefaultTheme.LocalSearchOptions["translations"]>;
type Theme = Pick<
  DefaultTheme.Config,
  | "darkModeSwitchLabel"
  | "lightModeSwitchTitle"
  | "darkModeSwitchTitle"
  | "sidebarMenuLabel"
  | "returnToTopLabel"
  | "langMenuLabel"
  | "skipToContentLabel"
  | "docFooter"
>;

/** What VitePress's own theme says in a language; nothing for English, which it speaks. */
export function themeWords(language: string): Theme {
  return language === "zh-CN" ? chinese : {};
}

/** What the search says in a language. */
export function searchWords(language: string): SearchWords {
  return language === "zh-CN" ? chineseSearch : {};
}

const chinese: Theme = {
  darkModeSwitchLabel: "外观",
  lightModeSwitchTitle: "切换到浅色模式",
  darkModeSwitchTitle: "切换到深色模式",
  sidebarMenuLabel: "目录",
  returnToTopLabel: "返回顶部",
  langMenuLabel: "切换语言",
  skipToContentLabel: "跳到正文",
  docFooter: { prev: "上一页", next: "下一页" },
};

const chineseSearch: SearchWords = {
  button: { buttonText: "搜索", buttonAriaLabel: "搜索文档" },
  modal: {
    resetButtonTitle: "清除",
    backButtonTitle: "关闭",
    noResultsText: "没有找到：",
    footer: { selectText: "打开", navigateText: "选择", closeText: "关闭" },
  },
};
