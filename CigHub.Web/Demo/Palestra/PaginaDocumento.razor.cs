using CigHub.Domain.Common;
using CigHub.Domain.Palestra;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Demo.Palestra;

/// <summary>
/// The page of one document of the palestra. The typed data are sent with each command, so that after a refusal the page can show them
/// again.
/// </summary>
public sealed partial class PaginaDocumento
{
    [Parameter, EditorRequired]
    public required PalestraGuest Ospite { get; set; }

    [Parameter, EditorRequired]
    public required DocumentoPalestra Documento { get; set; }

    /// <summary>The data that the fields show: the saved ones, or after a refusal those that were typed.</summary>
    [Parameter, EditorRequired]
    public required DatiDocumento Dati { get; set; }

    [Parameter]
    public IReadOnlyList<Error> Errors { get; set; } = [];

    [Parameter]
    public string? Outcome { get; set; }

    private static CampoDocumento Find(string nome) => DatiDocumento.Campi.Single(c => c.Nome == nome);

    private string Comando(string comando) => AppRoutes.PalestraComandoDi(Documento.Id, comando);

    /// <summary>
    /// Says whether a field is read-only. After the document is sent all fields are, except CUP and amount during the one allowed
    /// correction.
    /// </summary>
    private bool Bloccato(CampoDocumento campo) =>
        Documento.Inviato && !(Documento.InModifica && campo.Nome is nameof(DatiDocumento.Cup) or nameof(DatiDocumento.ImportoAppalto));
}
