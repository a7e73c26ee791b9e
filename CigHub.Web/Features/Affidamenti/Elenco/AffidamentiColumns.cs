using System.Linq.Expressions;
using CigHub.Web.Common;
using CigHub.Web.Components.Display;
using CigHub.Web.Components.Lists;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>
/// The columns of the list of Affidamenti, under the portal's captions. The table on screen, the sorting, the exported sheet and the print
/// all use them.
/// </summary>
public sealed class AffidamentiColumns : ColumnSet<AffidamentoRow, AffidamentoConNomi>
{
    private AffidamentiColumns()
        : base(
            [
                new("Registro di Sistema", r => r.RegistroDiSistema)
                {
                    Sort = By("Registro", x => x.Affidamento.Portale.RegistroDiSistema), Sheet = 18, Print = 2,
                },
                new("Titolo documento", r => r.Titolo)
                {
                    Sort = By("Titolo", x => x.Affidamento.TitoloDocumento), Sheet = 48, Print = 1, Place = 1, NamesRow = true, Class = "elenco-nome",
                    Link = r => r.Indirizzo,
                },
                new("Oggetto", r => r.Oggetto) { Sort = By("Oggetto", x => x.Affidamento.Oggetto), Sheet = 48, Clipped = true },
                new("Importo Appalto", r => r.Importo) { Sort = By("Importo", x => x.Affidamento.ImportoAppalto.Centesimi), Sheet = 18, Print = 5, Place = 2 },
                new("Data Invio", r => r.DataInvio) { Sort = By("DataInvio", x => x.Affidamento.Portale.DataInvio), Sheet = 12, Print = 4 },
                new("Stato", r => r.StatoPortale) { Sort = By("Stato", x => x.Affidamento.Portale.Stato), Sheet = 16 },
                new("CIG Padre", r => r.CigPadre.Valore)
                {
                    Sort = By("CigPadre", x => x.CigPadre), Sheet = 13, Print = 3, Place = 3, Class = "solo-tabella", CellClass = "codice",
                },
                new("Descrizione CIG Padre", r => r.DescrizioneCigPadre) { Sort = ByName("DescrizioneCigPadre", x => x.Lotto), Sheet = 48, Clipped = true },
                new("CIG Derivato", r => r.CigDerivati)
                {
                    Sort = By("CigDerivato", x => x.Affidamento.CigDerivati), Sheet = 13, Print = 3, Place = 4, CellClass = "codice elenco-cig",
                },
                new("Denominazione OE", r => r.Oe) { Sort = By("Oe", x => x.Affidamento.DenominazioneOe), Sheet = 32, Print = 3 },
                new("RUP", r => r.Rup) { Sort = ByName("Rup", x => x.Rup), Sheet = 24, Print = 3, Place = 5 },
                new("Ente", r => r.Ente) { Sort = ByName("Ente", x => x.Ente), Sheet = 32, Print = 3, Place = 6, AcrossEnti = true },
                new("Stato Affidamento", r => r.StatoInParole)
                {
                    Sort = By("StatoAffidamento", x => x.Affidamento.Stato), Sheet = 26, Print = 6, Place = 7, Class = "elenco-stato",
                    Draw = r => Drawn.By<StatoInLista>((nameof(StatoInLista.Riga), r)),
                },
            ],
            usual: By("Modificato", x => x.Affidamento.ModificatoIl),
            unique: By("Id", x => x.Affidamento.Id))
    {
    }

    public static AffidamentiColumns Tutte { get; } = new();

    public static DeclaredList<AffidamentoRow, AffidamentiFilter> Lista { get; } =
        new(ListKey.Affidamenti, AppRoutes.Affidamenti, Permission.LeggiAffidamenti, Tutte, AffidamentiFilterSet.Tutti);

    /// <summary>Declares an order by a name of another table. The Affidamenti of one of its rows stay together, as in an index.</summary>
    private static SortKey<AffidamentoConNomi> ByName(string name, Expression<Func<AffidamentoConNomi, string>> key) =>
        By(name, key, By("", x => x.NomeDi));
}
