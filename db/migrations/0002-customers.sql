-- Who we serve: customers, the people there, how they want to be reached, and their own way in.

create table customers (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  kind text not null check (kind in ('person', 'organisation')),
  name text not null check (length(name) between 1 and 200),
  is_stand_in boolean not null default false,
  time_zone text,
  language text,
  calendar_id uuid,
  account_owner_id uuid,
  tier text,
  tags text[] not null default '{}',
  why_us text,
  created_at timestamptz(3) not null,
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, calendar_id) references calendars,
  foreign key (workspace_id, account_owner_id) references members
);
create index customers_newest on customers (workspace_id, created_at desc, id desc);

create table contacts (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  preferred_channel text check (preferred_channel in
    ('email', 'phone', 'sms', 'form', 'portal', 'chat', 'in_person', 'social', 'letter')),
  language text,
  time_zone text,
  quiet_from time,
  quiet_until time,
  created_at timestamptz(3) not null,
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customers
);
create index contacts_customer on contacts (workspace_id, customer_id);

-- `address` is the normal form: the same address never makes two contacts in a workspace.
create table contact_addresses (
  workspace_id uuid not null,
  channel text not null check (channel in ('email', 'phone', 'sms', 'social', 'letter')),
  address text not null,
  contact_id uuid not null,
  primary key (workspace_id, channel, address),
  foreign key (workspace_id, contact_id) references contacts
);
create index contact_addresses_contact on contact_addresses (workspace_id, contact_id);

-- A merge is an alias that can be taken back: no row of either customer or contact is rewritten.
create table customer_merges (
  workspace_id uuid not null,
  id uuid not null,
  alias_id uuid not null,
  into_id uuid not null,
  merged_at timestamptz(3) not null,
  merged_by_id uuid not null,
  undone_at timestamptz(3),
  undone_by_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, alias_id) references customers,
  foreign key (workspace_id, into_id) references customers,
  foreign key (workspace_id, merged_by_id) references members,
  check (alias_id <> into_id)
);
create unique index customer_merges_alias on customer_merges (workspace_id, alias_id) where undone_at is null;
create index customer_merges_into on customer_merges (workspace_id, into_id) where undone_at is null;

create table contact_merges (
  workspace_id uuid not null,
  id uuid not null,
  alias_id uuid not null,
  into_id uuid not null,
  merged_at timestamptz(3) not null,
  merged_by_id uuid not null,
  undone_at timestamptz(3),
  undone_by_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, alias_id) references contacts,
  foreign key (workspace_id, into_id) references contacts,
  foreign key (workspace_id, merged_by_id) references members,
  check (alias_id <> into_id)
);
create unique index contact_merges_alias on contact_merges (workspace_id, alias_id) where undone_at is null;
create index contact_merges_into on contact_merges (workspace_id, into_id) where undone_at is null;

create table profile_entries (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  topic text not null check (topic in ('drives_decisions', 'their_pain', 'our_pain', 'constraint', 'what_it_takes',
    'common_ground', 'on_the_line', 'how_demanding', 'how_far_trust_goes')),
  text text not null check (length(text) between 1 and 4000),
  what_we_heard text,
  is_shared boolean not null default false,
  author_id uuid not null,
  written_at timestamptz(3) not null,
  withdrawn_at timestamptz(3),
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customers,
  foreign key (workspace_id, author_id) references members
);
create index profile_entries_customer on profile_entries (workspace_id, customer_id);

-- A link's secret is derived from the house's key and this row; nothing here opens anything.
create table contact_links (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  made_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts
);
create index contact_links_contact on contact_links (workspace_id, contact_id, expires_at);
