/** Gives VitePress's bar the classes at once that it gives itself when it has come to life, by which its parts would move. */
export function steadyHtml(html: string): string {
  const hasSidebar = html.includes('class="VPContent has-sidebar"');
  return html.replace('class="VPNavBar"', `class="VPNavBar${hasSidebar ? " has-sidebar" : ""} top"`);
}
