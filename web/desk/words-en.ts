export const en = {
  again: "Try again",
  save: "Save",
  saved: "Saved.",
  cancel: "Cancel",
  undo: "Undo",
  notChanged: "Nothing is changed yet.",
};
