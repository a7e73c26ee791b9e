using CigHub.Domain.DueDiligence;
using CigHub.Domain.Persone;

namespace CigHub.Web.Features.RegistroEventi.Parole;

/// <summary>The part of the table of words about due diligence and the yearly duties of people.</summary>
public static partial class DataWords
{
    private static Dictionary<string, (string Nome, Dictionary<string, Datum> Dati)> WordsOfDueDiligence() => new()
    {
        ["Adempimento"] = ("Dichiarazione o formazione", new()
        {
            ["Tipo"] = Scelta<TipoAdempimento>(t => t.Nome()).Detto("Che cosa"),
            ["Giorno"] = _giorno.Detto("Giorno"),
            ["Atto"] = _text.Detto("Atto"),
            ["AutoreId"] = _persona.Detto("Registrato da"),
            ["PersonaId"] = _persona.Detto("Persona"),
            ["Utc"] = _tecnico,
        }),
        ["VerificaFornitore"] = ("Verifica sul fornitore", new()
        {
            ["Tipo"] = Scelta<TipoVerifica>(t => t.Nome()).Detto("Verifica"),
            ["Fornitore"] = _text.Detto("Fornitore"),
            ["Chi"] = Scelta<ChiVerifica>(c => c.Nome()).Detto("Verificato da"),
            ["Esito"] = Scelta<EsitoDueDiligence>(e => e.Nome()),
            ["Giorno"] = _giorno.Detto("Giorno della verifica"),
            ["Scadenza"] = _giorno.Detto("Vale fino al"),
            ["Nota"] = _text.Detto("Nota"),
            ["AutoreId"] = _persona.Detto("Registrata da"),
            ["RegistrataIl"] = _giorno.Detto("Registrata il"),
            ["File.Nome"] = _text.Detto("File"),
            ["File.Byte"] = _tecnico,
            ["File.Sha256"] = _tecnico,
            ["File.TipoContenuto"] = _tecnico,
            ["AffidamentoId"] = _tecnico,
            ["EnteId"] = _tecnico,
            ["FornitoreCodice"] = _tecnico,
            ["LottoId"] = _tecnico,
            ["Utc"] = _tecnico,
        }),
    };
}
