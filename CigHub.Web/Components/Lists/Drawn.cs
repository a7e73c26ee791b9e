using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Lists;

/// <summary>Draws components inside the cells of a column.</summary>
public static class Drawn
{
    /// <param name="parameters">The parameters of the component, named by <c>nameof</c>.</param>
    public static RenderFragment By<TComponent>(params (string Name, object? Value)[] parameters)
        where TComponent : IComponent => builder =>
    {
        builder.OpenComponent<TComponent>(0);
        builder.AddMultipleAttributes(1, parameters.Select(p => KeyValuePair.Create(p.Name, p.Value!)));
        builder.CloseComponent();
    };
}
