using System.Linq.Expressions;
using CigHub.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CigHub.Web.Data.Configurazioni;

/// <summary>Extensions that the configurations of all entities share.</summary>
internal static class ModelParts
{
    /// <summary>Marks a property whose values never enter the registro: drafts, and personal data for which an id stands.</summary>
    public const string OutsideRegistro = "CigHub:FuoriRegistro";

    /// <summary>Marks a property that an autosave of the draft changes.</summary>
    public const string Bozza = "CigHub:Bozza";

    public static void Root<T>(this EntityTypeBuilder<T> b)
        where T : Aggregate
    {
        b.HasKey(x => x.Id);
        b.Property(x => x.Id).ValueGeneratedNever();
        b.Property(x => x.Version).IsConcurrencyToken().HasAnnotation(OutsideRegistro, true).HasAnnotation(Bozza, true);
    }

    /// <summary>Maps an amount to a database column that holds its cents.</summary>
    public static ComplexTypePropertyBuilder<long> Importo<T>(this EntityTypeBuilder<T> b, Expression<Func<T, Importo>> quale)
        where T : class
    {
        var nome = ((MemberExpression)quale.Body).Member.Name;
        return b.ComplexProperty(quale).Property(i => i.Centesimi).HasColumnName(nome);
    }

    /// <summary>
    /// Marks a property that an autosave of the draft changes. It may be saved without an event, because one event later records the whole
    /// piece of work.
    /// </summary>
    public static PropertyBuilder<TProperty> OfBozza<TProperty>(this PropertyBuilder<TProperty> b) => b.NotInRegistro().HasAnnotation(Bozza, true);

    public static PropertyBuilder<TProperty> NotInRegistro<TProperty>(this PropertyBuilder<TProperty> b) => b.HasAnnotation(OutsideRegistro, true);
}
