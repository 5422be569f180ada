/** What shows a form within a page of another site. Names are people's words, so they are escaped. */
export function snippetOf({ url, name }: { url: string; name: string }): string {
  const title = name.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<iframe src="${url}" title="${title}" loading="lazy" style="width:100%;height:900px;border:0"></iframe>`;
}
