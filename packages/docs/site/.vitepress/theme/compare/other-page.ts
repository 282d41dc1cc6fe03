import { withBase } from "vitepress";
import { type Component, createApp } from "vue";

/** The content of another page, as an element that stands nowhere; undefined where it cannot be had. */
export async function otherPage(path: string): Promise<HTMLElement | undefined> {
  try {
    return import.meta.env.DEV ? await fromModule(path) : await fromFile(path);
  } catch {
    return undefined;
  }
}

async function fromFile(path: string): Promise<HTMLElement | undefined> {
  const answer = await fetch(withBase(`/${path.replace(/\.md$/, ".html")}`));
  if (!answer.ok) return undefined;
  const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
  return parsed.querySelector<HTMLElement>(".page") ?? undefined;
}

/** The development server has modules in place of files. */
async function fromModule(path: string): Promise<HTMLElement | undefined> {
  const module = (await import(/* @vite-ignore */ withBase(`/${path}`))) as { readonly default: Component };
  const room = document.createElement("div");
  createApp(module.default).mount(room);
  return room.querySelector<HTMLElement>(".page") ?? undefined;
}
