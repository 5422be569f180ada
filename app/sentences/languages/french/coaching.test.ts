import { test } from "node:test";
import { areCoached } from "#test/harness/coached.ts";

test("French: the coach points at the words, and leaves what only looks like them", () => {
  areCoached("fr", [
    [
      "absolute",
      [
        ["Nous sommes toujours là pour vous.", "toujours"],
        ["Je vous garantis la livraison.", "Je vous garantis"],
        ["Ce sera certainement prêt.", "certainement"],
      ],
      ["Comme toujours, merci.", "Ce n'est toujours pas prêt.", "Votre garantie court jusqu'en mai."],
    ],
    [
      "unsure",
      [
        ["Votre chaudière sera réparée vendredi.", "sera réparée"],
        ["Cela ne se reproduira plus.", "Cela ne se reproduira plus"],
        ["Le fournisseur livrera lundi.", "Le fournisseur livrera"],
      ],
      ["Je regarderai votre chaudière vendredi.", "Elle a été réparée hier.", "Le fournisseur a appelé."],
    ],
    [
      "dont_know",
      [["Je ne sais pas.", "Je ne sais pas"]],
      ["Je ne sais pas, je me renseigne.", "Je ne sais pas. Je vous dirai avant midi.", "Savez-vous le modèle ?"],
    ],
    [
      "evasion",
      [
        ["C'est la politique de la maison.", "C'est la politique de la maison"],
        ["Nous ne pouvons rien faire.", "Nous ne pouvons rien faire"],
        ["On verra.", "On verra"],
      ],
      ["Je regrette que vous ayez attendu deux jours.", "Nous avons commandé la mauvaise pièce."],
    ],
    [
      "blame",
      [
        ["Vous auriez dû appeler plus tôt.", "Vous auriez dû"],
        ["Comme je vous l'ai déjà dit, c'est fermé.", "Comme je vous l'ai déjà dit"],
        ["Mon collègue a oublié.", "Mon collègue a oublié"],
      ],
      ["Mon collègue vous appellera.", "Nous avons commandé la mauvaise pièce.", "Vous avez raison."],
    ],
    [
      "jargon",
      [
        ["Je réponds dans les meilleurs délais.", "dans les meilleurs délais"],
        ["Le dossier est escaladé.", "escaladé"],
      ],
      ["Je réponds avant 17 h.", "Je l'ai transmis à Ben."],
    ],
    [
      "asks_known",
      [
        ["Quel est votre numéro de commande ?", "votre numéro de commande"],
        ["Quelle est votre adresse mail ?", "votre adresse mail"],
      ],
      ["Je vous appelle demain.", "Le numéro du modèle est-il au dos ?"],
    ],
    [
      "needs_approval",
      [
        ["Nous avons perdu vos données.", "Nous avons perdu vos données"],
        ["Notre technicien a endommagé le parquet.", "Notre technicien a endommagé"],
      ],
      ["Nous avons sauvegardé vos données.", "Notre technicien a changé la pompe."],
    ],
  ]);
});
