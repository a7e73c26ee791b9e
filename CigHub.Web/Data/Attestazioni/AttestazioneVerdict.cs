using CigHub.Domain.Common;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data.Start;

namespace CigHub.Web.Data.Attestazioni;

/// <summary>The outcome of a comparison of the registro with an attestazione.</summary>
public enum EsitoAttestazione
{
    /// <summary>The registro holds exactly the events of the attestazione, and perhaps later ones.</summary>
    Coerente,

    /// <summary>The text is no attestazione.</summary>
    Illeggibile,

    /// <summary>The attestazione is about the registro of another installation.</summary>
    AltraInstallazione,

    /// <summary>The text carries no valid signature of a key of this installation.</summary>
    FirmaNonValida,

    /// <summary>A key signed it that had already been replaced when there were fewer events.</summary>
    ChiaveSostituita,

    /// <summary>The registro lacks events of the attestazione, or has others in their place.</summary>
    NonCoerente,

    /// <summary>The registro does not agree with its own hashes.</summary>
    RegistroAlterato,
}

/// <summary>The verdict about the registro and one attestazione.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Messaggio">The Italian sentences for people. They accuse nobody.</param>
/// <param name="Numero">The number of the attestazione. Null when it does not say it.</param>
/// <param name="Dimensione">The number of its events. Null when it cannot be read.</param>
public sealed record AttestazioneVerdict(EsitoAttestazione Esito, string Messaggio, int? Numero = null, long? Dimensione = null)
{
    public bool Coerente => Esito == EsitoAttestazione.Coerente;

    /// <summary>Judges the registro by the text of an attestazione.</summary>
    /// <param name="keys">The keys of this installation that are trusted.</param>
    /// <param name="registro">The outcome of the check of the registro by itself.</param>
    /// <param name="rootAt">Returns the root over the first events of the registro, so many of them.</param>
    internal static AttestazioneVerdict Of(string text, IReadOnlyList<KnownKey> keys, EsitoVerifica registro, Func<long, byte[]> rootAt)
    {
        if (SignedNote.Parse(text) is not { } note || Checkpoint.Parse(note.Text) is not { } checkpoint)
        {
            return new(EsitoAttestazione.Illeggibile, "Il testo non è un'attestazione di CigHub: incollalo o caricalo per intero, con la riga della firma.");
        }

        var (numero, utc) = Attestazione.Of(checkpoint) is var (n, u) ? (n, u) : ((int?)null, (DateTime?)null);
        AttestazioneVerdict Found(EsitoAttestazione esito, string messaggio) => new(esito, messaggio, numero, checkpoint.Dimensione);
        if (keys is not [.., { Key.Name: var origin }] || checkpoint.Origine != origin)
        {
            return Found(
                EsitoAttestazione.AltraInstallazione,
                $"L'attestazione è di un'altra installazione («{checkpoint.Origine}»): non dice niente di questo registro.");
        }

        var (key, counts) = KeyRing.SignedBy(keys, note, checkpoint.Dimensione);
        if (key is null)
        {
            return Found(
                EsitoAttestazione.FirmaNonValida,
                "La firma non è valida: il testo è stato copiato male o cambiato, o non viene da questa installazione. Non si può usare come termine di " +
                "confronto: prendi l'attestazione da un altro posto in cui è conservata.");
        }

        if (!counts)
        {
            return Found(
                EsitoAttestazione.ChiaveSostituita,
                $"L'attestazione è firmata con una chiave sostituita il {RomeTime.Text(key.SostituitaIl ?? key.Dal)}, quando gli eventi erano " +
                $"{Plural.Number(key.FinoA ?? 0)}, ma ne attesta {Plural.Number(checkpoint.Dimensione)}: quella chiave non vale per gli eventi successivi.");
        }

        if (!registro.Integro)
        {
            return Found(EsitoAttestazione.RegistroAlterato, $"{registro.Messaggio} {AttestazioneWords.WhatToDo}");
        }

        var oldKey = key.SostituitaIl is { } replaced ? $" È firmata con una chiave sostituita il {RomeTime.Text(replaced)}, che per quegli eventi vale." : "";
        var name = numero is { } number && utc is { } moment
            ? AttestazioneWords.NameOf(number, moment)
            : $"di {Plural.Of(checkpoint.Dimensione, "evento", "eventi")}";
        string NotCoherent(string why) => $"Non coerente con l'attestazione {name}: {why}. {AttestazioneWords.WhatToDo}";
        if (checkpoint.Dimensione > registro.Eventi)
        {
            return Found(
                EsitoAttestazione.NonCoerente,
                NotCoherent(
                    $"attesta {Plural.Of(checkpoint.Dimensione, "evento", "eventi")} e nel registro {Plural.Word(registro.Eventi, "ce n'è", "ce ne sono")} " +
                    $"{Plural.Number(registro.Eventi)}"));
        }

        if (!checkpoint.SameRoot(rootAt(checkpoint.Dimensione)))
        {
            return Found(
                EsitoAttestazione.NonCoerente,
                NotCoherent($"i primi {Plural.Of(checkpoint.Dimensione, "evento", "eventi")} del registro non sono quelli attestati"));
        }

        var later = registro.Eventi - checkpoint.Dimensione;
        return Found(
            EsitoAttestazione.Coerente,
            $"Coerente con l'attestazione {name}: {Plural.Of(checkpoint.Dimensione, "evento attestato", "eventi attestati")}, nessuna differenza; da allora " +
            $"{Plural.Of(later, "evento in più", "eventi in più")}.{oldKey}");
    }

    /// <summary>Returns the root over the first events of a database file, from the leaves stored in it.</summary>
    internal static byte[] RootAt(DatabaseFile database, long size)
    {
        var head = TestaRegistro.Vuota;
        database.Each($"SELECT \"Foglia\" FROM \"Registro\" WHERE \"Seq\" <= {size} ORDER BY \"Seq\"", row => head = head.Aggiungi((byte[])row.GetValue(0)));
        return head.Radice;
    }
}
