import type MarkdownIt from "markdown-it";

/** What a rule of markdown-it works on. */
export type State = Parameters<Parameters<MarkdownIt["core"]["ruler"]["push"]>[1]>[0];

/** A token of markdown-it. */
export type Token = State["tokens"][number];
