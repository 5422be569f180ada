/** A page of a form as a browser has it: its hidden stamp, and the words. */
export async function openForm(
  url: string,
  language = "en",
): Promise<{ page: string; stamp: string; headers: Headers }> {
  const response = await fetch(url, { headers: { "accept-language": language } });
  const page = await response.text();
  const [, stamp = ""] = /name="stamp" value="([^"]+)"/.exec(page) ?? [];
  return { page, stamp, headers: response.headers };
}

const typed = {
  ...{
    name: "Nora Blum",
    email: "nora@customer.example",
    phone: "",
    about: "The tap",
    words: "It drips.",
    website: "",
  },
};

/** Sends the form as a browser does; gives the status, where it leads, and the page. */
export async function sendForm(url: string, fields: Record<string, string>) {
  const body = new URLSearchParams({ ...typed, ...fields });
  const response = await fetch(url, { method: "POST", body, redirect: "manual", headers: { "accept-language": "en" } });
  return { status: response.status, to: response.headers.get("location"), page: await response.text() };
}
