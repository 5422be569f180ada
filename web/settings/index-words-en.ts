export const en = {
  title: "Settings",
  lead: "How this business keeps its word, and how you come in.",
  find: (page: string) => `Settings: ${page}`,
  back: "All settings",
  pages: {
    security: { title: "Signing in", lead: "Your password, a second factor, passkeys, and where you are signed in." },
    hours: { title: "My hours", lead: "When you are there and reminders ring, and when it is quiet." },
    "calendar-feed": { title: "Calendar feed", lead: "What you promised on your phone, ringing before it is due." },
    devices: { title: "Devices", lead: "Where what needs you rings at once, besides the mail." },
    teams: { title: "Teams", lead: "Who works together, who leads, and who is rung first for what nobody owns." },
    calendars: { title: "Calendars", lead: "Open hours, holidays and single days: when somebody is there." },
    absences: { title: "Absences", lead: "When you are away, and who stands in." },
    keys: { title: "API keys", lead: "What opens the door to programs, each revoked by one press." },
    policies: {
      title: "Policies",
      lead: "When things ring, what counts as told, how often we ask; see what a change would do.",
    },
    kinds: {
      title: "Kinds of promises",
      lead: "Your own beside those of the house, and how their estimates are meant.",
    },
    letters: { title: "Letters", lead: "The words that stand ready when somebody writes to a customer." },
    replies: { title: "Saved replies", lead: "What is said often, put into a message with names and times filled in." },
    workspace: {
      title: "Business and mail",
      lead: "Its name, zone, language and currency; the server its mail leaves by.",
    },
    mailboxes: {
      title: "Mailboxes",
      lead: "Where customers write to, and what came in that somebody should look at.",
    },
    texts: { title: "Text messages", lead: "The number that customers text and call, and the account behind it." },
    forms: { title: "Forms", lead: "Where anybody can write to you, by an address or on a page of your own." },
    members: { title: "Members and invitations", lead: "Who works here, what each may do, and who is asked to come." },
  },
  me: { title: "About me", lead: "Your name, language, zone, quiet hours, and light or dark." },
};
