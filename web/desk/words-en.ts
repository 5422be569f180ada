export const en = {
  again: "Try again",
  save: "Save",
  saved: "Saved.",
  cancel: "Cancel",
  undo: "Undo",
  hasLeft: "Too late: it has left already.",
  notChanged: "Nothing is changed yet.",
};
