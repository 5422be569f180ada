/** How the first word of a case is said to have been promised: by acknowledging what was raised. */
export const firstWordVia = "acknowledgement";
