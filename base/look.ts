/** The house's look as CSS variables: ink on paper, one copper accent. Every text pair has at least 4.5 : 1, light and dark. */
export const lookTokens = `:root {
  color-scheme: light dark;
  --paper: #fbf8f3; --card: #ffffff; --ink: #22201c; --muted: #665f55; --line: #e8e1d6; --tint: #f5e8dc;
  --copper: #96491a; --on-copper: #ffffff; --green: #2b6a4d; --amber: #7d5400; --red: #a5242b;
  --sans: system-ui, sans-serif; --serif: Georgia, serif;
  --s1: 4px; --s2: 8px; --s3: 12px; --s4: 16px; --s5: 24px; --s6: 40px; --s7: 64px; --round: 10px;
  --t0: 12.5px; --t1: 14px; --t2: 15.5px; --t3: 19px; --t4: 26px; --t5: 36px;
}
@media (prefers-color-scheme: dark) { :root {
  --paper: #181613; --card: #211e1a; --ink: #f0eae0; --muted: #aba294; --line: #38332c; --tint: #33271c;
  --copper: #e7a06b; --on-copper: #181613; --green: #86c7a2; --amber: #e3b45a; --red: #f2938b;
} }`;
