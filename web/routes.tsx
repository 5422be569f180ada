import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { Frame } from "#web/frame/frame.tsx";
import { Gate, Reading } from "#web/frame/gate.tsx";
import { Broken, Gone } from "#web/frame/trouble.tsx";
import { SignIn } from "#web/users/sign-in.tsx";

const root = createRootRoute({
  component: () => (
    <Reading>
      <Outlet />
    </Reading>
  ),
  notFoundComponent: Gone,
});

/** Everything behind the door: only for who is signed in, with the frame around it. */
const desk = createRoute({
  getParentRoute: () => root,
  id: "desk",
  component: () => (
    <Gate>
      <Frame />
    </Gate>
  ),
});

/** A screen is fetched when it is first gone to. Its first word stands in `screens.ts`, or the server does not know it. */
const screens = [
  createRoute({
    getParentRoute: () => desk,
    path: "/today",
    component: lazyRouteComponent(() => import("#web/today/today.tsx"), "Today"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/promises",
    component: lazyRouteComponent(() => import("#web/promises/promise-list.tsx"), "PromiseList"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/promises/$id",
    component: lazyRouteComponent(() => import("#web/promises/promise-page.tsx"), "PromisePage"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/record",
    component: lazyRouteComponent(() => import("#web/record/record-page.tsx"), "RecordPage"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/record/quotes",
    component: lazyRouteComponent(() => import("#web/record/quotes-page.tsx"), "QuotesPage"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/customers",
    component: lazyRouteComponent(() => import("#web/customers/customers.tsx"), "Customers"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/customers/$id",
    component: lazyRouteComponent(() => import("#web/customers/customer.tsx"), "Customer"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/cases",
    component: lazyRouteComponent(() => import("#web/cases/cases.tsx"), "Cases"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/cases/$id",
    component: lazyRouteComponent(() => import("#web/cases/case-page.tsx"), "CasePage"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/causes",
    component: lazyRouteComponent(() => import("#web/cases/causes/causes.tsx"), "Causes"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/causes/$id",
    component: lazyRouteComponent(() => import("#web/cases/causes/cause-page.tsx"), "CausePage"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/settings",
    component: lazyRouteComponent(() => import("#web/settings/settings.tsx"), "Settings"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/settings/security",
    component: lazyRouteComponent(() => import("#web/settings/security.tsx"), "Security"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/settings/absences",
    component: lazyRouteComponent(() => import("#web/settings/absences.tsx"), "Absences"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/settings/hours",
    component: lazyRouteComponent(() => import("#web/settings/hours.tsx"), "Hours"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/settings/devices",
    component: lazyRouteComponent(() => import("#web/settings/devices.tsx"), "Devices"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/settings/calendar-feed",
    component: lazyRouteComponent(() => import("#web/settings/calendar-feed.tsx"), "CalendarFeed"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/settings/calendars",
    component: lazyRouteComponent(() => import("#web/settings/calendars.tsx"), "Calendars"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/settings/calendars/$id",
    component: lazyRouteComponent(() => import("#web/settings/calendar-page.tsx"), "CalendarPage"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/settings/teams",
    component: lazyRouteComponent(() => import("#web/settings/teams.tsx"), "Teams"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/settings/teams/$id",
    component: lazyRouteComponent(() => import("#web/settings/team-page.tsx"), "TeamPage"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/settings/keys",
    component: lazyRouteComponent(() => import("#web/settings/keys.tsx"), "Keys"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/settings/workspace",
    component: lazyRouteComponent(() => import("#web/settings/workspace.tsx"), "WorkspaceSettings"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/settings/mailboxes",
    component: lazyRouteComponent(() => import("#web/settings/mailboxes.tsx"), "Mailboxes"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/settings/texts",
    component: lazyRouteComponent(() => import("#web/settings/texts.tsx"), "Texts"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/settings/forms",
    component: lazyRouteComponent(() => import("#web/settings/forms.tsx"), "Forms"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/settings/members",
    component: lazyRouteComponent(() => import("#web/settings/members.tsx"), "Members"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/settings/policies",
    component: lazyRouteComponent(() => import("#web/settings/policies.tsx"), "Policies"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/settings/kinds",
    component: lazyRouteComponent(() => import("#web/settings/kinds.tsx"), "Kinds"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/settings/letters",
    component: lazyRouteComponent(() => import("#web/settings/letters.tsx"), "Letters"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/settings/replies",
    component: lazyRouteComponent(() => import("#web/settings/replies.tsx"), "Replies"),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: "/me",
    component: lazyRouteComponent(() => import("#web/members/about-me.tsx"), "AboutMe"),
  }),
];

const entrances = [
  createRoute({
    getParentRoute: () => root,
    path: "/",
    beforeLoad: () => {
      throw redirect({ to: "/today" });
    },
  }),
  createRoute({ getParentRoute: () => root, path: "/sign-in", component: SignIn }),
  createRoute({
    getParentRoute: () => root,
    path: "/new-password",
    component: lazyRouteComponent(() => import("#web/users/new-password.tsx"), "NewPassword"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/invitation/$token",
    component: lazyRouteComponent(() => import("#web/invitations/invitation.tsx"), "Invitation"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/first-run",
    component: lazyRouteComponent(() => import("#web/users/first-run.tsx"), "FirstRun"),
  }),
];

export const router = createRouter({
  routeTree: root.addChildren([...entrances, desk.addChildren(screens)]),
  defaultPreload: "intent",
  defaultErrorComponent: Broken,
  scrollRestoration: true,
});
