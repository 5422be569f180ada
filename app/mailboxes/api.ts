import { given } from "#base/given.ts";
import { serve } from "#engine/http/call.ts";
import { addMailbox, addRelay, copyAddressOf, editMailbox, removeMailbox } from "./actions.ts";
import { testMailbox } from "./actions-open.ts";
import { listMailboxes } from "./store.ts";
import { forStaff, mailboxesContract } from "./wire.ts";

export const mailboxesApi = serve(mailboxesContract, {
  listMailboxes: async ({ tx, member }) => ({
    items: (await listMailboxes(tx, member.workspaceId)).map(forStaff),
    next: null,
  }),
  addMailbox: async ({ tx, member, house, now, body }) => {
    const said = { ...serverOf(body), userName: body.user_name ?? body.address };
    const where = { address: body.address, takesPlus: body.takes_plus, teamId: body.team_id ?? null };
    const { host, port, encryption, sign_in: signIn, folder } = body;
    const all = { ...said, ...where, host, port, encryption, signIn, folder };
    return forStaff(await addMailbox(tx, { ...member, secret: house.secret, now }, all));
  },
  addRelay: async ({ tx, member, house, now, body }) => {
    const where = { address: body.address, takesPlus: body.takes_plus, teamId: body.team_id ?? null };
    const { mailbox, key } = await addRelay(tx, { ...member, secret: house.secret, now }, where);
    return { ...forStaff(mailbox), url: `${house.publicUrl}/mail/${member.workspaceId}/${mailbox.id}`, key };
  },
  editMailbox: async ({ tx, member, house, now, params, body, version }) =>
    forStaff(
      await editMailbox(tx, { ...member, secret: house.secret, now }, params.id, given(serverOf(body)), version),
    ),
  testMailbox: async ({ tx, member, house, identity, params, now }) =>
    testMailbox(tx, member.workspaceId, params.id, { house, identity }, now),
  removeMailbox: async ({ tx, member, house, now, params }) =>
    forStaff(await removeMailbox(tx, { ...member, secret: house.secret, now }, params.id)),
  myCopyAddress: async ({ tx, member, house }) => ({
    address: await copyAddressOf(tx, { ...member, secret: house.secret }),
  }),
});

type OnTheWire = Partial<{
  address: string;
  takes_plus: boolean;
  team_id: string | null;
  host: string;
  port: number;
  encryption: "tls" | "starttls" | "none";
  user_name: string;
  sign_in: "password" | "google" | "microsoft";
  folder: string;
  password: string;
  client_id: string;
  client_secret: string;
  refresh_token: string;
}>;

function serverOf(body: { [Name in keyof OnTheWire]: OnTheWire[Name] | undefined }) {
  return {
    address: body.address,
    takesPlus: body.takes_plus,
    teamId: body.team_id,
    host: body.host,
    port: body.port,
    encryption: body.encryption,
    userName: body.user_name,
    signIn: body.sign_in,
    folder: body.folder,
    password: body.password,
    clientId: body.client_id,
    clientSecret: body.client_secret,
    refreshToken: body.refresh_token,
  };
}
