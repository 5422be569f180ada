import { useEffect, useRef } from "react";

/**
 * A letter's HTML as a mail program shows it, in a shadow of its own so that our sheet does not reach it. Its inline
 * styles may not stand in our pages, but may be set one by one; links and scripts lead nowhere.
 */
export function Sheet({ html, language }: { html: string; language: string }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const shown = host.current;
    if (!shown) return;
    const root = shown.shadowRoot ?? shown.attachShadow({ mode: "open" });
    // Renamed first, or the browser would refuse them aloud; what people wrote has no bare quotation mark in it.
    const parsed = new DOMParser().parseFromString(html.replaceAll(' style="', ' data-style="'), "text/html");
    const styles: [Element, string][] = [];
    for (const each of parsed.querySelectorAll("body, body *")) {
      styles.push([each, each.getAttribute("data-style") ?? ""]);
      each.removeAttribute("href");
    }
    for (const script of parsed.querySelectorAll("script, link, meta, iframe, object")) script.remove();
    root.replaceChildren(parsed.body);
    for (const [each, style] of styles) if (style && each instanceof HTMLElement) each.style.cssText = style;
  }, [html]);
  return <div ref={host} lang={language} />;
}
