import { test } from "node:test";
import { areNoPromises, areOffers, arePromises } from "#test/harness/sentences.ts";

test("French: what the writer, the team or a named colleague takes on is a promise", () => {
  arePromises("fr", [
    ["Je vous enverrai le devis avant vendredi.", "avant vendredi"],
    ["Nous vous rappellerons demain matin.", "demain matin"],
    ["Je vais vérifier la facture et revenir vers vous.", null],
    ["Notre technicien passera mardi à 8 h.", "mardi à 8 h"],
    ["Je m'en occupe.", null],
    ["Nous allons remplacer la vitre gratuitement.", null],
    ["Vous recevrez la réponse cette semaine.", "cette semaine"],
    ["Je vous envoie le contrat cet après-midi.", "cet après-midi"],
    ["Nous transmettrons votre suggestion à l'équipe.", null],
    ["Je vous promets de le réparer aujourd'hui.", "aujourd'hui"],
    ["Laissez-moi vérifier avec l'entrepôt et je reviens vers vous.", null],
    ["Nous vous rembourserons sous 14 jours.", "sous 14 jours"],
    ["Oui, je vous confirmerai l'heure demain.", "demain"],
    ["Mme Vogt vous appellera à 9 h.", "à 9 h"],
    ["On va regarder ça et on vous tiendra au courant.", null],
    ["Je me renseigne et je vous tiens au courant.", null],
    ["Votre commande sera expédiée lundi.", "lundi"],
    ["Merci pour les photos, je les transmettrai à l'atelier.", null],
    ["Désolé, mais nous corrigerons cela tout de suite.", "tout de suite"],
    ["Ma collègue va préparer deux variantes.", null],
    ["Promis au client de le livrer jeudi.", "jeudi"],
    ["Vous serez remboursé la semaine prochaine.", "la semaine prochaine"],
    ["Nous reviendrons vers vous dans les plus brefs délais.", "dans les plus brefs délais"],
    ["Je demanderai à mon chef.", null],
    ["Comptez sur moi.", null],
    ["Nous ferons notre possible pour livrer avant Noël.", null],
    ["J'apporterai la pièce demain à midi.", "demain à midi"],
  ]);
});

test("French: wishes, formulas, abilities, plans of one's own, requests and other people's acts are none", () => {
  areNoPromises("fr", [
    "Nous restons à votre disposition.",
    "Je serais ravi de vous aider.",
    "Je serai en vacances jusqu'au 3.",
    "Pouvez-vous m'envoyer le numéro de série ?",
    "Merci de nous renvoyer le formulaire.",
    "Vous aurez besoin de la clé de la cave.",
    "J'espère que nous finirons à temps.",
    "Je vous envoie ci-joint la facture.",
    "Nous y travaillons.",
    "Demain je ne serai pas au bureau.",
    "Peut-être que nous enverrons quelqu'un.",
    "En général nous livrons en trois jours.",
    "Il a dit que nous paierions.",
    "Je vous ai écrit hier.",
    "Demain il fera froid.",
    "Dimanche je vais aller à la plage.",
    "Nous verrons bien.",
    "Le magasin ferme à six heures.",
    "Nous ne facturerons rien.",
    "Merci beaucoup pour votre patience.",
    "Quand l'enverrons-nous ?",
    "Je viens de Lyon.",
    "Nous pouvons le faire.",
    "Nous serons toujours à vos côtés.",
    "Le prix augmentera en janvier.",
    "J'aimerais en savoir plus.",
    "Je passerai les vacances avec ma famille.",
    "Ils sauront quoi faire.",
  ]);
});

test("French: what hangs on somebody else's act first is an offer, not a promise", () => {
  areOffers("fr", [
    "Si vous nous envoyez le numéro, nous le vérifierons.",
    "Envoyez-nous une photo et nous regarderons.",
    "Nous commencerons dès que vous aurez signé.",
    "Je vous rappellerai si la pompe tombe encore en panne.",
    "Dès réception du paiement, nous expédierons la commande.",
    "Dites-nous votre taille et nous en commanderons une.",
    "Si vous changez d'avis, nous vous rembourserons.",
    "Remplissez le formulaire et nous vous contacterons.",
    "Une fois le devis signé, je réserverai la date.",
    "Je t'envoie le bon si tu me donnes ton adresse.",
    "À moins que vous ne préfériez autre chose, je réserverai la table.",
  ]);
});
