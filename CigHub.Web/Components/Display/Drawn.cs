using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Display;

/// <summary>Draws plain parts inside another component, for example inside the cells of a list.</summary>
public static class Drawn
{
    /// <param name="parameters">The parameters of the part, named by <c>nameof</c>.</param>
    public static RenderFragment By<TPart>(params (string Name, object? Value)[] parameters)
        where TPart : PlainPart => builder =>
    {
        var part = Activator.CreateInstance<TPart>();
        ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value)).SetParameterProperties(part);
        part.DrawInto(builder);
    };
}
