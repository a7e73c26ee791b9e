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

    /// <summary>
    /// Reads a required text, trimmed. Adds an error when it is blank or longer than the maximum. Returns the trimmed text in any case.
    /// </summary>
    public string Text(string campo, string? testo, int massimo, string seManca)
    {
        if (string.IsNullOrWhiteSpace(testo))
        {
            Report(new Error("modulo.mancante", seManca, campo));
        }

        return Optional(campo, testo, massimo);
    }

    /// <summary>
    /// Reads an optional text, trimmed. Adds an error when it is longer than the maximum. Returns an empty text for a blank one.
    /// </summary>
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

    /// <summary>
    /// Reads a required code, such as a CIG, by the rules of its type. Adds an error, and returns null, when it is missing or malformed.
    /// </summary>
    public T Code<T>(string campo, string? testo)
        where T : class, ICodice<T> => Accept(campo, T.Leggi(testo))!;

    /// <summary>
    /// Reads an optional code by the rules of its type. Returns null for a blank text, and also, with an error, for a malformed one.
    /// </summary>
    public T? OptionalCode<T>(string campo, string? testo)
        where T : class, ICodice<T> => string.IsNullOrWhiteSpace(testo) ? null : Code<T>(campo, testo);

    /// <summary>
    /// Reads the required code of an entry of one of ANAC's lists. Adds an error when it is missing or not valid on the day.
    /// </summary>
    public string Voce(string campo, string? codice, ListaCodici lista, DateOnly giorno)
    {
        var pulito = CodeText.SenzaContorno(codice);
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

    /// <summary>
    /// Reads an optional percentage, with a comma for the decimals. Returns null for a blank text, and also, with an error, for an
    /// unreadable one. The domain checks the limits.
    /// </summary>
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

    /// <summary>Reads a required e-mail or PEC address, trimmed. Adds an error when it is missing, too long or no full address.</summary>
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

    /// <summary>Adds an error that the caller found. The name of its field gets this reader's prefix.</summary>
    public void Report(Error errore) => _errors.Add(errore.Field is { } campo ? errore with { Field = prefisso + campo } : errore);

    /// <summary>
    /// Reads a row of a list in the form, by a reader whose fields are named after the row, for example <c>Righe[0].Nome</c>.
    /// </summary>
    public T Row<T>(string elenco, int indice, Func<FormReader, T> leggi)
    {
        var riga = new FormReader($"{prefisso}{elenco}[{indice}].");
        var valore = leggi(riga);
        _errors.AddRange(riga._errors);
        return valore;
    }

    /// <summary>
    /// Returns the result of the reading: the data, made by the function, when there is no error, otherwise all the errors.
    /// </summary>
    public Result<T> Outcome<T>(Func<T> dati) => _errors.Count == 0 ? Result.Success(dati()) : Result<T>.Refused([.. _errors]);

    /// <summary>
    /// Returns the value of a result that a rule of the domain gave for a field. When the result is a refusal, adds its error with the
    /// field's name and returns the default.
    /// </summary>
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
