using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Handles = System.Collections.Immutable.ImmutableArray<System.Reflection.Metadata.EntityHandle>;

namespace CigHub.Tests.Architecture;

/// <summary>
/// A use of one type by another. Both are given by namespace and name. A nested type counts as the outermost type around it. Equality: by
/// both names.
/// </summary>
internal sealed record Reference(string From, string To);

/// <summary>
/// Reads the references between types from a compiled assembly: bases, fields, signatures, attributes, generic arguments, local variables
/// and method bodies. It does not read constants, which the compiler copies, nor types that are named in an attribute's arguments.
/// </summary>
internal sealed class References : ISignatureTypeProvider<Handles, object?>
{
    private static readonly Dictionary<int, OperandType> _operands = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => o.Value & 0xFFFF, o => o.OperandType);

    private readonly MetadataReader _metadata;
    private readonly PEReader _file;
    private readonly Dictionary<EntityHandle, Handles> _seen = [];
    private readonly Dictionary<EntityHandle, string> _names = [];

    private References(PEReader file)
    {
        _file = file;
        _metadata = file.GetMetadataReader();
    }

    /// <summary>
    /// Returns the references from types of the assembly to other types, without duplicates. Only types whose full name starts with
    /// <paramref name="beginning"/> are reported.
    /// </summary>
    /// <param name="assembly">The path of the assembly.</param>
    /// <param name="beginning">The beginning of the names of the types to read.</param>
    public static IReadOnlyCollection<Reference> Within(string assembly, string beginning = "")
    {
        using var file = new PEReader(File.OpenRead(assembly));
        return new References(file).All(beginning);
    }

    private HashSet<Reference> All(string beginning)
    {
        var found = new HashSet<Reference>();
        foreach (var handle in _metadata.TypeDefinitions.Where(t => NameOf(t).StartsWith(beginning, StringComparison.Ordinal)))
        {
            var from = NameOf(handle);
            foreach (var to in UsedBy(_metadata.GetTypeDefinition(handle)).Distinct())
            {
                if (NameOf(to) is { Length: > 0 } name && name != from)
                {
                    found.Add(new Reference(from, name));
                }
            }
        }

        return found;
    }

    private IEnumerable<EntityHandle> UsedBy(TypeDefinition type) =>
    [
        .. Types(type.BaseType),
        .. type.GetInterfaceImplementations().SelectMany(i => Types(_metadata.GetInterfaceImplementation(i).Interface)),
        .. Attributes(type.GetCustomAttributes()),
        .. type.GetGenericParameters().SelectMany(Constraints),
        .. type.GetFields().Select(_metadata.GetFieldDefinition).SelectMany(f => f.DecodeSignature(this, null).AddRange(Attributes(f.GetCustomAttributes()))),
        .. type.GetProperties().SelectMany(p => Attributes(_metadata.GetPropertyDefinition(p).GetCustomAttributes())),
        .. type.GetMethods().Select(_metadata.GetMethodDefinition).SelectMany(OfMethod),
    ];

    private IEnumerable<EntityHandle> OfMethod(MethodDefinition method)
    {
        var signature = method.DecodeSignature(this, null);
        IEnumerable<EntityHandle> used =
        [
            .. signature.ReturnType,
            .. signature.ParameterTypes.SelectMany(p => p),
            .. Attributes(method.GetCustomAttributes()),
            .. method.GetParameters().SelectMany(p => Attributes(_metadata.GetParameter(p).GetCustomAttributes())),
            .. method.GetGenericParameters().SelectMany(Constraints),
        ];
        return method.RelativeVirtualAddress == 0 ? used : used.Concat(OfBody(_file.GetMethodBody(method.RelativeVirtualAddress)));
    }

    private List<EntityHandle> OfBody(MethodBodyBlock body)
    {
        var used = new List<EntityHandle>();
        if (!body.LocalSignature.IsNil)
        {
            used.AddRange(_metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(this, null).SelectMany(t => t));
        }

        used.AddRange(body.ExceptionRegions.Where(r => !r.CatchType.IsNil).SelectMany(r => Types(r.CatchType)));
        var code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            int instruction = code.ReadByte();
            if (instruction == 0xFE)
            {
                instruction = 0xFE00 | code.ReadByte();
            }

            switch (_operands[instruction])
            {
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    code.Offset++;
                    break;
                case OperandType.InlineVar:
                    code.Offset += 2;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    code.Offset += 8;
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    used.AddRange(Types(MetadataTokens.EntityHandle(code.ReadInt32())));
                    break;
                default:
                    code.Offset += 4;
                    break;
            }
        }

        return used;
    }

    private IEnumerable<EntityHandle> Constraints(GenericParameterHandle parameter) =>
        _metadata.GetGenericParameter(parameter).GetConstraints().SelectMany(c => Types(_metadata.GetGenericParameterConstraint(c).Type));

    private IEnumerable<EntityHandle> Attributes(CustomAttributeHandleCollection attributes) =>
        attributes.SelectMany(a => Types(_metadata.GetCustomAttribute(a).Constructor));

    /// <summary>
    /// Returns the types that a metadata token refers to. For a member these are its declaring type and the types of its signature.
    /// </summary>
    private Handles Types(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return [];
        }

        if (!_seen.TryGetValue(handle, out var types))
        {
            _seen[handle] = types = Read(handle);
        }

        return types;
    }

    private Handles Read(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition or HandleKind.TypeReference:
                return [handle];
            case HandleKind.TypeSpecification:
                return _metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null);
            case HandleKind.MethodDefinition:
                var method = _metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                return [method.GetDeclaringType(), .. Parts(method.DecodeSignature(this, null))];
            case HandleKind.FieldDefinition:
                var field = _metadata.GetFieldDefinition((FieldDefinitionHandle)handle);
                return [field.GetDeclaringType(), .. field.DecodeSignature(this, null)];
            case HandleKind.MemberReference:
                var member = _metadata.GetMemberReference((MemberReferenceHandle)handle);
                return
                [
                    .. Types(member.Parent),
                    .. member.GetKind() == MemberReferenceKind.Method
                        ? Parts(member.DecodeMethodSignature(this, null))
                        : member.DecodeFieldSignature(this, null),
                ];
            case HandleKind.MethodSpecification:
                var call = _metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                return [.. Types(call.Method), .. call.DecodeSignature(this, null).SelectMany(t => t)];
            default:
                return [];
        }
    }

    private static IEnumerable<EntityHandle> Parts(MethodSignature<Handles> signature) =>
        signature.ParameterTypes.SelectMany(p => p).Concat(signature.ReturnType);

    /// <summary>
    /// Returns the full name of the outermost type around a type. A type in a namespace that the Razor compiler adds counts for its
    /// component.
    /// </summary>
    private string NameOf(EntityHandle handle)
    {
        if (_names.TryGetValue(handle, out var known))
        {
            return known;
        }

        var (space, name, outer) = handle.Kind == HandleKind.TypeDefinition
            ? Parts(_metadata.GetTypeDefinition((TypeDefinitionHandle)handle))
            : Parts(_metadata.GetTypeReference((TypeReferenceHandle)handle));
        return _names[handle] = outer.IsNil ? $"{space.Replace("__Blazor.", "", StringComparison.Ordinal)}.{name}" : NameOf(outer);
    }

    private (string Space, string Name, EntityHandle Outer) Parts(TypeDefinition type) =>
        (_metadata.GetString(type.Namespace), _metadata.GetString(type.Name), type.GetDeclaringType());

    private (string Space, string Name, EntityHandle Outer) Parts(TypeReference type) => (
        _metadata.GetString(type.Namespace),
        _metadata.GetString(type.Name),
        type.ResolutionScope.Kind == HandleKind.TypeReference ? type.ResolutionScope : default);

    public Handles GetPrimitiveType(PrimitiveTypeCode typeCode) => [];

    public Handles GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => [handle];

    public Handles GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => [handle];

    public Handles GetSZArrayType(Handles elementType) => elementType;

    public Handles GetArrayType(Handles elementType, ArrayShape shape) => elementType;

    public Handles GetByReferenceType(Handles elementType) => elementType;

    public Handles GetPointerType(Handles elementType) => elementType;

    public Handles GetGenericInstantiation(
        Handles genericType, System.Collections.Immutable.ImmutableArray<Handles> typeArguments) => [.. genericType, .. typeArguments.SelectMany(t => t)];

    public Handles GetFunctionPointerType(MethodSignature<Handles> signature) => [.. Parts(signature)];

    public Handles GetGenericMethodParameter(object? genericContext, int index) => [];

    public Handles GetGenericTypeParameter(object? genericContext, int index) => [];

    public Handles GetModifiedType(Handles modifier, Handles unmodifiedType, bool isRequired) => unmodifiedType;

    public Handles GetPinnedType(Handles elementType) => elementType;

    public Handles GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => Types(handle);
}
