using System.Globalization;
using System.Net.Mail;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Web.UseCases;

/// <summary>
/// Reads the texts of a form into the domain's values and collects the errors, each with its field, so that the user sees all of them at
/// once.
/// </summary>
/// <remarks>
/// The type of a value checks the value (<see cref="ICodice{T}.Leggi"/>). This class only adds the checks for missing, too long and
/// unreadable texts.
/// </remarks>
public sealed class FormReader(string prefisso = "")
{
    private readonly List<Error> _errors = [];

    /// <summary>Reads a text that must be there.</summary>
    public string Text(string campo, string? testo, int massimo, string seManca)
    {
        if (string.IsNullOrWhiteSpace(testo))
        {
            Report(new Error("modulo.mancante", seManca, campo));
        }

        return Optional(campo, testo, massimo);
    }

    /// <summary>Reads a text that may be empty, and drops the blanks around it.</summary>
    public string Optional(string campo, string? testo, int massimo)
    {
        var pulito = (testo ?? "").Trim();
        if (pulito.Length > massimo)
        {
            Report(new Error(
                "modulo.troppo-lungo",
                $"Il testo ha {Plural.Of(pulito.Length, "carattere", "caratteri")}, il massimo è {massimo}: accorcialo.",
                campo));
        }

        return pulito;
    }

    /// <summary>Reads a code that must be there, by its own type.</summary>
    public T Code<T>(string campo, string? testo)
        where T : class, ICodice<T> => Accept(campo, T.Leggi(testo))!;

    /// <summary>Reads a code that may be missing.</summary>
    public T? OptionalCode<T>(string campo, string? testo)
        where T : class, ICodice<T> => string.IsNullOrWhiteSpace(testo) ? null : Code<T>(campo, testo);

    /// <summary>Reads a code of one of ANAC's lists, which must be valid on that day.</summary>
    public string Voce(string campo, string? codice, ListaCodici lista, DateOnly giorno)
    {
        var pulito = (codice ?? "").Trim();
        if (pulito.Length == 0)
        {
            Report(new Error("modulo.mancante", "Scegli una voce dall'elenco.", campo));
        }
        else if (lista.Errore(pulito, giorno) is { } errore)
        {
            Report(errore with { Field = campo });
        }

        return pulito;
    }

    public Importo Importo(string campo, string? testo) => Accept(campo, Domain.Common.Importo.Leggi(testo));

    public Importo? OptionalImporto(string campo, string? testo) => string.IsNullOrWhiteSpace(testo) ? null : Importo(campo, testo);

    public DateOnly Date(string campo, string? testo)
    {
        var letta = WrittenDate.Leggi(testo);
        if (!letta.TryGet(out var giorno))
        {
            var errore = letta.Errors[0];
            Report(errore with { Code = string.IsNullOrWhiteSpace(testo) ? "modulo.mancante" : errore.Code, Field = campo });
        }

        return giorno;
    }

    public DateOnly? OptionalDate(string campo, string? testo) => string.IsNullOrWhiteSpace(testo) ? null : Date(campo, testo);

    public int WholeNumber(string campo, string? testo)
    {
        if (int.TryParse((testo ?? "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var numero))
        {
            return numero;
        }

        Report(new Error("numero.formato", "Scrivi un numero intero, senza punti né virgole.", campo));
        return 0;
    }

    public int? OptionalInteger(string campo, string? testo) => string.IsNullOrWhiteSpace(testo) ? null : WholeNumber(campo, testo);

    /// <summary>Reads a percentage, with a comma for the decimals. The domain checks its limits.</summary>
    public decimal? OptionalPercentage(string campo, string? testo)
    {
        var pulito = (testo ?? "").Replace("%", "", StringComparison.Ordinal).Trim();
        if (pulito.Length == 0)
        {
            return null;
        }

        if (pulito.Length <= 12 && !pulito.Contains('.', StringComparison.Ordinal)
            && decimal.TryParse(pulito.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quota))
        {
            return quota;
        }

        Report(new Error("percentuale.formato", "Percentuale non leggibile: scrivi un numero, con la virgola per i decimali, per esempio 12,5.", campo));
        return null;
    }

    public T Choice<T>(string campo, string? testo, string seManca)
        where T : struct, Enum
    {
        if (Enum.TryParse<T>(testo, out var valore) && Enum.IsDefined(valore))
        {
            return valore;
        }

        Report(new Error("modulo.mancante", seManca, campo));
        return default;
    }

    /// <summary>Reads an e-mail or PEC address that must be there.</summary>
    public string Address(string campo, string? testo, int massimo)
    {
        var pulito = Text(campo, testo, massimo, "Scrivi l'indirizzo, per esempio nome@ente.it.");
        if (pulito.Length > 0
            && (!MailAddress.TryCreate(pulito, out var letto) || letto.Address != pulito || !letto.Host.Contains('.', StringComparison.Ordinal)))
        {
            Report(new Error("indirizzo.formato", "Indirizzo non leggibile: scrivilo per intero, per esempio nome@ente.it.", campo));
        }

        return pulito;
    }

    public string OptionalAddress(string campo, string? testo, int massimo) => string.IsNullOrWhiteSpace(testo) ? "" : Address(campo, testo, massimo);

    /// <summary>Adds an error that the caller found. Its field gets this reader's prefix.</summary>
    public void Report(Error errore) => _errors.Add(errore.Field is { } campo ? errore with { Field = prefisso + campo } : errore);

    /// <summary>Reads a row of the form with a reader of its own, whose fields are called <c>Righe[0].Nome</c>.</summary>
    public T Row<T>(string elenco, int indice, Func<FormReader, T> leggi)
    {
        var riga = new FormReader($"{prefisso}{elenco}[{indice}].");
        var valore = leggi(riga);
        _errors.AddRange(riga._errors);
        return valore;
    }

    /// <summary>Returns the data, which are made only when there is no error.</summary>
    public Result<T> Outcome<T>(Func<T> dati) => _errors.Count == 0 ? Result.Success(dati()) : Result<T>.Refused([.. _errors]);

    /// <summary>Returns the value that a rule of the domain read from a field, or adds its error with the field's name.</summary>
    public T? Accept<T>(string campo, Result<T> letto)
    {
        if (letto.TryGet(out var valore))
        {
            return valore;
        }

        Report(letto.Errors[0] with { Field = campo });
        return default;
    }
}
