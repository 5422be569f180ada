import type { FormPageWords } from "#app/arrivals/page-form-words.ts";

export const form: FormPageWords = {
  title: "Write to {house}",
  heading: "Write to {house}",
  lead: "A person reads it. You hear at once that we have it, and by when somebody answers.",
  name: "Your name",
  email: "Your e-mail address",
  phone: "Your phone number",
  oneOfTwo: "One of the two is enough: the way by which you like to hear from us.",
  about: "What is it about? (if you like)",
  words: "What can we do for you?",
  send: "Send it",
  trap: "Please leave this empty",
  troubles: {
    missing: "Please fill this in.",
    tooLong: "This is more than fits here. Please shorten it.",
    badEmail: "This is not a mail address: write it like ana@example.com.",
    badPhone: "This is not a phone number: write it with its country, like +49 151 2345678.",
    noWay: "Please leave an e-mail address or a phone number, or we cannot answer you.",
  },
  again: {
    quick: "That was very quick. Please look it over and send it once more.",
    old: "This page had been open for long. Everything you wrote is still here: please send it once more.",
    tooMany:
      "Much came from where you are just now, so this was not sent. Please try again in some minutes; what you wrote stays here.",
  },
  sent: {
    heading: "Thank you, we have it",
    more: "A person reads it. By the way you named you hear in a moment who takes it on, and by when somebody answers.",
    another: "Write something else",
  },
  gone: {
    heading: "This form is not here any more",
    more: "Please look for another way to reach us on our own page.",
  },
  tooLarge: {
    heading: "This is more than we can take here",
    more: "Please go back, shorten it to 4,000 characters, and send it once more.",
  },
};
