/** Light, dark, or as the system has it: chosen for this device, not for the member. */
export type Look = "system" | "light" | "dark";

const keptAt = "truepenny.look";

export function chosenLook(): Look {
  const kept = localStorage.getItem(keptAt);
  return kept === "light" || kept === "dark" ? kept : "system";
}

export function chooseLook(look: Look): void {
  localStorage.setItem(keptAt, look);
  wearLook();
}

export function wearLook(): void {
  const look = chosenLook();
  if (look === "system") delete document.documentElement.dataset.look;
  else document.documentElement.dataset.look = look;
}
