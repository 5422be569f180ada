import type { Ruling } from "#base/refusal.ts";

/** A person as sign-in knows them. They may be a member of several workspaces, or of none any more. */
export type User = { id: string; name: string; email: string; isVerified: boolean };

/** What identity asks of the business, which it does not know. */
export type Household = {
  passwords: {
    mayBe: (password: string) => Ruling;
    hash: (password: string) => Promise<string>;
    isRight: (password: string, hash: string) => Promise<boolean>;
  };
  /** Ids of the workspaces where they work, the first that they joined first. */
  workspacesOf: (userId: string) => Promise<string[]>;
  /** Does somebody of this address work in any workspace? Nobody else is let in by another house's word. */
  worksHere: (email: string) => Promise<boolean>;
  /** Somebody signed in. */
  arrived: (user: User) => Promise<void>;
  /** Sends the mail by which a new password is set. */
  sendReset: (user: User, token: string) => Promise<void>;
};
