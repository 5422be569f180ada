const clitic = "(?:(?:vous|te|le|la|les|lui|leur|nous|me|y|en|se) |[tlms]')";
export const clitics = `(?:${clitic}){0,3}`;
export const now1 =
  "envoie|renvoie|rappelle|appelle|tiens|transmets|fais|reviens|confirme|prepare|occupe|charge|regarde|verifie|renseigne|passe|transfere|donne|adresse|reserve|commande|corrige|rembourse|informe|contacte|demande|vois avec|livre|apporte|mets|note|propose|repare|remplace|recontacte|relance|garde|previens";
export const now1s =
  "envoyons|rappelons|appelons|tenons|transmettons|faisons|revenons|confirmons|preparons|occupons|chargeons|regardons|verifions|passons|transferons|adressons|reservons|corrigeons|remboursons|informons|contactons|livrons|remplacons|reparons|recontactons";
export const infinitive =
  "(?:envoyer|renvoyer|rappeler|appeler|tenir|transmettre|faire|revenir|confirmer|preparer|occuper|charger|regarder|verifier|renseigner|passer|transferer|donner|adresser|reserver|commander|corriger|rembourser|informer|contacter|demander|voir avec|livrer|apporter|mettre|noter|proposer|reparer|remplacer|recontacter|relancer|repondre|ecrire|examiner|etudier|changer|resoudre|regler|organiser|prendre|dire|prevenir|venir|installer|finir|terminer|commencer|chercher|trouver|annuler|deplacer|fournir|joindre|ajouter|modifier|envisager|traiter|verser|crediter|echanger|assurer|essayer|parler|tout faire|creer|remettre|soumettre|intervenir|poser|monter)";
