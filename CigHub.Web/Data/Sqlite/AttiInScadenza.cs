using System.Globalization;
using CigHub.Domain.Affidamenti;
using CigHub.Web.Data.Registro;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Sqlite;

/// <summary>Looks inside the JSON of acts, which only SQLite's own functions can do; the Ente's filter stands on top of it.</summary>
internal static class AttiInScadenza
{
    /// <summary>Confirmations of capacity whose last day is in that window, both ends included.</summary>
    public static IQueryable<Atto> ConfermeCheScadono(this CigHubDbContext db, DateOnly dal, DateOnly al)
    {
        var (primo, ultimo) = (Testo(dal), Testo(al));
        return db.Atti.FromSql(
            $"""SELECT * FROM "Atti" WHERE json_extract("Dati", '$.ValidoFinoAl') BETWEEN {primo} AND {ultimo}""");
    }

    /// <summary>Acts of one kind.</summary>
    public static IQueryable<Atto> AttiDiTipo(this CigHubDbContext db, TipoAtto tipo) =>
        db.Atti.FromSql($"""SELECT * FROM "Atti" WHERE json_extract("Dati", '$.Tipo') = {NomiRegistrati.Valore(tipo)}""");

    private static string Testo(DateOnly giorno) => giorno.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
