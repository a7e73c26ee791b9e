using CigHub.Domain.Common;
using CigHub.Domain.Palestra;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Demo.Palestra;

/// <summary>The document of the portal. The typed data travel with each command, so that a refusal shows them again.</summary>
public sealed partial class PaginaDocumento
{
    [Parameter, EditorRequired]
    public required PalestraGuest Ospite { get; set; }

    [Parameter, EditorRequired]
    public required DocumentoPalestra Documento { get; set; }

    /// <summary>The data that the fields show: the saved ones, or those that were just typed and refused.</summary>
    [Parameter, EditorRequired]
    public required DatiDocumento Dati { get; set; }

    [Parameter]
    public IReadOnlyList<Error> Errors { get; set; } = [];

    [Parameter]
    public string? Outcome { get; set; }

    private static CampoDocumento Find(string nome) => DatiDocumento.Campi.Single(c => c.Nome == nome);

    private string Comando(string comando) => AppRoutes.PalestraComandoDi(Documento.Id, comando);

    /// <summary>Says whether a field is read-only. After the document is sent, only CUP and amount open again, once.</summary>
    private bool Bloccato(CampoDocumento campo) =>
        Documento.Inviato && !(Documento.InModifica && campo.Nome is nameof(DatiDocumento.Cup) or nameof(DatiDocumento.ImportoAppalto));
}
