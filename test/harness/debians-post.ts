import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const programs = { postfix: "/usr/sbin/postfix", "dovecot-imapd": "/usr/lib/dovecot/imap", swaks: "/usr/bin/swaks" };

/** Postfix, Dovecot and swaks as Debian packages them, installed where they are missing. */
export function installPost(): void {
  const missing = Object.entries(programs).flatMap(([name, file]) => (existsSync(file) ? [] : [name]));
  if (missing.length === 0) return;
  const sudo = process.getuid?.() === 0 ? [] : ["sudo"];
  const [file = "", ...args] = [...sudo, "apt-get", "install", "-y", "--no-install-recommends", ...missing];
  execFileSync(file, args, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
}

/** Takes mail for these addresses at this port and lays it into a folder for each; gives how it is stopped. */
export function startPostfix(folder: string, port: number, addresses: readonly string[]): () => void {
  const at = (name: string) => join(folder, name);
  for (const name of ["postfix", "queue", "data", "mail"]) mkdirSync(at(name));
  chmodSync(folder, 0o755);
  execFileSync("chown", ["postfix", at("data")]);
  execFileSync("chown", ["nobody:nogroup", at("mail")]);
  const domains = new Set(addresses.map((address) => address.split("@")[1]));
  const boxes = addresses.map((address) => `{ ${address} = ${address}/ }`);
  const idOf = (which: string) => execFileSync("id", [which, "nobody"], { encoding: "utf8" }).trim();
  const settings = [
    ...["compatibility_level = 3.6", "inet_interfaces = 127.0.0.1", "inet_protocols = ipv4", "myhostname = mx.example"],
    ...[`queue_directory = ${at("queue")}`, `data_directory = ${at("data")}`, `maillog_file = ${at("data/log")}`],
    ...[`maillog_file_prefixes = ${folder}`, "mydestination =", "alias_maps =", "biff = no", "recipient_delimiter = +"],
    ...[`virtual_mailbox_domains = ${[...domains].join(", ")}`, `virtual_mailbox_base = ${at("mail")}`],
    ...[`virtual_mailbox_maps = inline:{ ${boxes.join(", ")} }`, "virtual_minimum_uid = 100"],
    ...[`virtual_uid_maps = static:${idOf("-u")}`, `virtual_gid_maps = static:${idOf("-g")}`],
  ];
  writeFileSync(at("postfix/main.cf"), `${settings.join("\n")}\n`);
  writeFileSync(at("postfix/master.cf"), `127.0.0.1:${port} inet n - n - - smtpd\n${daemons}`);
  const say = (word: "start" | "stop") => execFileSync("postfix", ["-c", at("postfix"), word], { stdio: "ignore" });
  say("start");
  return () => say("stop");
}

/** As many of Postfix's own services as it takes to carry mail, none of them in a jail. */
const daemons = `cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
`;

/**
 * Shows by IMAP what Postfix has laid into those folders; the password of each is "right". With `tokenInfo`, an address that
 * says whose an access token is, OAuth 2 opens them, too. Gives how it is stopped.
 */
export function startDovecot(folder: string, port: number, tokenInfo?: string): () => void {
  const mail = join(folder, "mail", "%u");
  const config = join(folder, "dovecot.conf");
  const listeners = `inet_listener imap {\n port = ${port}\n }\n inet_listener imaps {\n port = 0\n }\n`;
  const settings = [
    ...[`base_dir = ${join(folder, "dovecot")}`, `log_path = ${join(folder, "dovecot.log")}`, "protocols = imap"],
    ...[
      "listen = 127.0.0.1",
      "ssl = no",
      "disable_plaintext_auth = no",
      "mailbox_idle_check_interval = 1s",
      `mail_location = maildir:${mail}`,
    ],
    ...["first_valid_uid = 100", "first_valid_gid = 100", `service imap-login {\n ${listeners}}`],
    ...(tokenInfo ? byToken(folder, tokenInfo) : []),
    ...["passdb {\n driver = static\n args = password=right\n}"],
    ...[`userdb {\n driver = static\n args = uid=nobody gid=nogroup home=${mail}\n}`],
  ];
  writeFileSync(config, `${settings.join("\n")}\n`);
  // It becomes a daemon, which must not hold on to our lines.
  execFileSync("dovecot", ["-c", config], { stdio: "ignore" });
  return () => execFileSync("doveadm", ["-c", config, "stop"], { stdio: "ignore" });
}

function byToken(folder: string, tokenInfo: string): string[] {
  const asking = join(folder, "dovecot-oauth2.conf");
  writeFileSync(asking, `tokeninfo_url = ${tokenInfo}\nusername_attribute = email\n`);
  const passdb = `passdb {\n driver = oauth2\n mechanisms = xoauth2 oauthbearer\n args = ${asking}\n}`;
  return ["auth_mechanisms = plain xoauth2 oauthbearer", passdb];
}
