import { Passkeys } from "./passkeys.tsx";
import { PasswordForm } from "./password-form.tsx";
import { SecondFactorSection } from "./second-factor.tsx";
import { Sessions } from "./sessions.tsx";
import { SettingsScreen } from "./settings-screen.tsx";

/** How one comes in oneself: password, second factor, passkeys, and where one is signed in. */
export function Security() {
  return (
    <SettingsScreen page="security">
      <PasswordForm />
      <SecondFactorSection />
      <Passkeys />
      <Sessions />
    </SettingsScreen>
  );
}
