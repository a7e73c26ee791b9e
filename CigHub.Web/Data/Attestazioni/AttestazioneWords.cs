using CigHub.Web.Common;

namespace CigHub.Web.Data.Attestazioni;

/// <summary>The sentences about attestazioni that several pages and commands use. They accuse nobody: a restore looks like an alteration.</summary>
public static class AttestazioneWords
{
    /// <summary>The advice when a registro is not coherent with an attestazione.</summary>
    public const string WhatToDo = "Cause possibili: ripristino di un backup, file di un'altra installazione, alterazione. Non modificare nulla; conserva " +
        "copia; avvisa RPCT e dirigente.";

    /// <summary>Returns the name of an attestazione with its day in Rome.</summary>
    public static string NameOf(int numero, DateTime utc) => $"n. {numero} del {RomeTime.DayInRome(utc):dd/MM/yyyy}";

    /// <summary>Returns the sentence for a registro that does not contain the events of an attestazione.</summary>
    public static string NotCoherent(int numero, DateTime utc, string perche = "") =>
        $"Non coerente con l'attestazione {NameOf(numero, utc)}{perche}. {WhatToDo}";

    public static string Motivo(MotivoAttestazione motivo) => motivo switch
    {
        MotivoAttestazione.Oraria => "Oraria",
        MotivoAttestazione.Arresto => "Arresto del programma",
        MotivoAttestazione.Backup => "Prima di un backup",
        MotivoAttestazione.Richiesta => "Su richiesta",
        MotivoAttestazione.Ripristino => "Dopo un ripristino",
        MotivoAttestazione.CambioChiave => "Cambio della chiave",
        _ => throw new ArgumentOutOfRangeException(nameof(motivo), motivo, null),
    };

    public static string Stato(StatoConsegna stato) => stato switch
    {
        StatoConsegna.DaInviare => "Da inviare",
        StatoConsegna.Inviata => "Inviata",
        StatoConsegna.NonRiuscita => "Non riuscita: si riprova",
        StatoConsegna.Superata => "Sostituita da una successiva",
        _ => throw new ArgumentOutOfRangeException(nameof(stato), stato, null),
    };
}
