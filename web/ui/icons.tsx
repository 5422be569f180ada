import type { ReactNode } from "react";

/** Drawn with one pen: 1.6 wide, round, in the colour of the words beside them. They say nothing by themselves. */
function Drawn({ children, size = 20 }: { children: ReactNode; size?: number }) {
  const pen = {
    fill: "none",
    stroke: "currentColor",
    strokeWidth: 1.6,
    strokeLinecap: "round",
    strokeLinejoin: "round",
  };
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" {...(pen as object)}>
      {children}
    </svg>
  );
}

export function CloseIcon() {
  return (
    <Drawn>
      <path d="M5.5 5.5l9 9M14.5 5.5l-9 9" />
    </Drawn>
  );
}

export function MoreIcon() {
  return (
    <Drawn>
      <path d="M4.5 10h.01M10 10h.01M15.5 10h.01" strokeWidth={2.2} />
    </Drawn>
  );
}

export function EarIcon() {
  return (
    <Drawn>
      <path d="M7.4 5.2a2.6 2.6 0 015.2 0v4.6a2.6 2.6 0 01-5.2 0zM4.6 9.6a5.4 5.4 0 0010.8 0M10 15v2.4" />
    </Drawn>
  );
}

export function TodayIcon() {
  return (
    <Drawn>
      <circle cx="10" cy="10" r="7.2" />
      <path d="M6.7 10.3l2.3 2.3 4.4-4.9" />
    </Drawn>
  );
}

export function CustomersIcon() {
  return (
    <Drawn>
      <circle cx="10" cy="6.8" r="3" />
      <path d="M4 16.5c.6-3 3-4.6 6-4.6s5.4 1.6 6 4.6" />
    </Drawn>
  );
}

export function CasesIcon() {
  return (
    <Drawn>
      <path d="M3.5 11.5h3.6l1.2 2.2h3.4l1.2-2.2h3.6M3.5 11.5v4.7h13v-4.7L14.4 4H5.6z" />
    </Drawn>
  );
}

export function PromisesIcon() {
  return (
    <Drawn>
      <path d="M7.5 5.5h9M7.5 10h9M7.5 14.5h9M3.5 5.5h.01M3.5 10h.01M3.5 14.5h.01" />
    </Drawn>
  );
}

export function RecordIcon() {
  return (
    <Drawn>
      <path d="M3.5 16.5h13M5.5 13v-2.5M10 13V7.5M14.5 13V4.5" />
    </Drawn>
  );
}

export function SettingsIcon() {
  return (
    <Drawn>
      <path d="M3.5 6.5h7M14.5 6.5h2M3.5 13.5h2M9.5 13.5h7" />
      <circle cx="12.5" cy="6.5" r="1.9" />
      <circle cx="7.5" cy="13.5" r="1.9" />
    </Drawn>
  );
}

export function SearchIcon() {
  return (
    <Drawn>
      <circle cx="9" cy="9" r="5" />
      <path d="M13 13l3.5 3.5" />
    </Drawn>
  );
}

/** The penny that rings true. */
export function Penny({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden="true" fill="none" stroke="var(--copper)">
      <circle cx="11" cy="11" r="10" strokeWidth="1.6" />
      <path d="M6.5 11.4l3.1 3 5.9-6.6" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
