export const en = {
  title: "Settings",
  lead: "How this business keeps its word, and how you come in.",
  find: (page: string) => `Settings: ${page}`,
  back: "All settings",
  pages: {
    security: { title: "Signing in", lead: "Your password, a second factor, passkeys, and where you are signed in." },
    absences: { title: "Absences", lead: "When you are away, and who stands in." },
    keys: { title: "API keys", lead: "What opens the door to programs, each revoked by one press." },
    workspace: {
      title: "Business and mail",
      lead: "Its name, zone, language and currency; the server its mail leaves by.",
    },
    members: { title: "Members and invitations", lead: "Who works here, what each may do, and who is asked to come." },
  },
  me: { title: "About me", lead: "Your name, language, zone, quiet hours, and light or dark." },
};
