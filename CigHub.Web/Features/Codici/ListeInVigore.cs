using CigHub.Domain.Codici;

namespace CigHub.Web.Features.Codici;

/// <summary>The code lists by which this moment's codes are offered and judged: everything in the app that asks for a list asks here.</summary>
public sealed class ListeInVigore
{
    public RaccoltaListe Correnti => ListeAnac.Fornite;
}
