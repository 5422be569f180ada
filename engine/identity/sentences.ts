/** What better-auth's codes mean to a person: a sentence that says what to do, and the field it is about. */
const sentences: Record<string, [sentence: string, field?: string]> = {
  invalid_email_or_password: [
    "This e-mail address and password do not belong together. Try again, or set a new password.",
  ],
  invalid_email: ["This is no e-mail address.", "email"],
  invalid_password: ["This is not your password.", "password"],
  password_too_short: ["Choose a password of 10 characters or more.", "newPassword"],
  password_too_long: ["A password has 200 characters at most.", "newPassword"],
  invalid_token: ["This link has been used already, or it is too old. Ask for a new one."],
  invalid_code: ["This code is not right, or it has changed meanwhile. Enter the one that your app shows now.", "code"],
  invalid_backup_code: ["This backup code is not right, or it was used before.", "code"],
  invalid_two_factor_cookie: ["That took too long. Sign in with your password again."],
  account_temporarily_locked: ["There were ten wrong codes. Wait 15 minutes, then sign in again."],
  too_many_attempts_request_new_code: ["There were too many wrong codes. Sign in with your password again."],
  totp_not_enabled: ["No second factor is set up."],
  two_factor_not_enabled: ["No second factor is set up."],
  totp_already_enabled: ["A second factor is set up already: take it away before you set up another."],
  backup_codes_not_enabled: ["No backup codes are set up."],
  session_not_fresh: ["This needs a fresh sign-in: sign out, sign in again, and then do it."],
  session_expired: ["This needs a fresh sign-in: sign out, sign in again, and then do it."],
  unauthorized: ["You are not signed in any more. Sign in again."],
  session_required: ["You are not signed in any more. Sign in again."],
  authentication_failed: ["This passkey did not open. Try again, or sign in with your password."],
  passkey_not_found: ["This passkey is not known here. Sign in with your password."],
  challenge_not_found: ["That took too long. Start again."],
  failed_to_verify_registration: ["This passkey could not be added. Try again."],
  previously_registered: ["This passkey is known here already."],
  invalid_origin: ["This request came from another site."],
  missing_or_null_origin: ["This request came from another site."],
  invalid_callback_url: ["That address leads out of this house.", "callbackURL"],
  invalid_redirect_url: ["That address leads out of this house.", "redirectTo"],
  invalid_error_callback_url: ["That address leads out of this house.", "errorCallbackURL"],
  invalid_new_user_callback_url: ["That address leads out of this house.", "newUserCallbackURL"],
  provider_not_found: ["Signing in by another house is not set up here."],
};

const usual: Record<number, string> = {
  400: "Something in this is not as it must be. Look at what you entered.",
  401: "You are not signed in. Sign in, then try again.",
  403: "This may not be done from here.",
  404: "There is nothing at this address.",
};

export type Said = { code: string; sentence: string; field: string | undefined };

/** A refusal of better-auth in the house's own words. */
export function saidOf(status: number, theirs: { code?: unknown }): Said {
  const code = typeof theirs.code === "string" ? theirs.code.toLowerCase() : (names[status] ?? "refused");
  const [sentence, field] = sentences[code] ?? [usual[status] ?? "That cannot be done just now. Try again later."];
  return { code, sentence, field };
}

const names: Record<number, string> = { 400: "invalid", 401: "not_signed_in", 403: "forbidden", 404: "not_found" };
