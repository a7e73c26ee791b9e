namespace CigHub.Web.UseCases;

/// <summary>The kinds of object that an event can be about. The strings are stored for ever, so they never change.</summary>
public static class Oggetti
{
    public const string Affidamento = "Affidamento";
    public const string AiutoErrore = "AiutoErrore";
    public const string Audit = "Audit";
    public const string Catalogo = "Catalogo";
    public const string Comando = "Comando";
    public const string Convenzione = "Convenzione";
    public const string Elenco = "Elenco";
    public const string ElencoPortale = "ElencoPortale";
    public const string Ente = "Ente";
    public const string Liste = "Liste";
    public const string Lotto = "Lotto";
    public const string Malfunzionamento = "Malfunzionamento";
    public const string OpenData = "OpenData";
    public const string PercorsoPortale = "PercorsoPortale";
    public const string Persona = "Persona";
    public const string ProgrammaAudit = "ProgrammaAudit";
    public const string Registro = "Registro";
    public const string RichiestaDiAccesso = "RichiestaDiAccesso";
    public const string Rilievo = "Rilievo";
    public const string Serie = "Serie";

    public static IReadOnlyCollection<string> Tutti { get; } =
    [
        Affidamento, AiutoErrore, Audit, Catalogo, Comando, Convenzione, Elenco, ElencoPortale, Ente, Liste, Lotto, Malfunzionamento, OpenData,
        PercorsoPortale, Persona, ProgrammaAudit, Registro, RichiestaDiAccesso, Rilievo, Serie,
    ];
}
