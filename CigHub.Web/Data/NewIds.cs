using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace CigHub.Web.Data;

/// <summary>Makes ids of rows and of pieces of work: Guid v7, so that rows stay in the order in which they were made.</summary>
public class NewIds
{
    public virtual Guid Next() => Guid.CreateVersion7();
}

/// <summary>Gives a row its id when it is added to a context, taken from that context's <see cref="NewIds"/>.</summary>
internal sealed class IdOfAddedRow : ValueGenerator<Guid>
{
    public override bool GeneratesTemporaryValues => false;

    public override Guid Next(EntityEntry entry) => ((CigHubDbContext)entry.Context).Ids.Next();
}
