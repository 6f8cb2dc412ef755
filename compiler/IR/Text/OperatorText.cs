using System.Reflection;

namespace CompileModel.IR.Text;

/// <summary>Operators as text, <c>Conv&lt;Strides=[2,2], Group=1&gt;</c>: the attributes are the positional parameters of the record, those at their default left out.</summary>
public static class OperatorText
{
    /// <summary>The operator with its attributes.</summary>
    /// <param name="op">Operator.</param>
    /// <param name="full">Whether tensors are written with all their data, so that the text can be parsed.</param>
    public static string Format(Operator op, bool full = false)
    {
        var attributes = new List<string>();
        foreach (var parameter in Parameters(op.GetType()))
        {
            object? value = op.GetType().GetProperty(parameter.Name!)?.GetValue(op);
            if (parameter.HasDefaultValue && Equals(value, DefaultOf(parameter))) continue;
            attributes.Add($"{parameter.Name}={AttributeText.Format(value, full)}");
        }
        return attributes.Count == 0 ? op.Name : $"{op.Name}<{string.Join(", ", attributes)}>";
    }

    /// <summary>Reads an operator; attributes may stand in any order.</summary>
    internal static Operator Parse(Lexer lexer)
    {
        string name = lexer.Word("an operator");
        var type = OperatorRegistry.Find(name) ?? throw lexer.Error($"no operator is called '{name}'");
        var parameters = Parameters(type);
        var arguments = parameters.Select(p => p.HasDefaultValue ? DefaultOf(p) : Missing.Value).ToArray();
        if (lexer.Accept("<"))
        {
            do
            {
                string attribute = lexer.Word("an attribute");
                int index = Array.FindIndex(parameters, p => p.Name == attribute);
                if (index < 0) throw lexer.Error($"{name} has no attribute '{attribute}'");
                lexer.Expect("=");
                arguments[index] = AttributeText.Parse(lexer, parameters[index].ParameterType);
            }
            while (lexer.Accept(","));
            lexer.Expect(">");
        }
        int missing = Array.IndexOf(arguments, Missing.Value);
        if (missing >= 0) throw lexer.Error($"{name} needs the attribute '{parameters[missing].Name}'");
        return (Operator)Constructor(type).Invoke(arguments);
    }

    /// <summary>The attributes of an operator.</summary>
    public static ParameterInfo[] Parameters(Type type) => Constructor(type).GetParameters();

    private static ConstructorInfo Constructor(Type type) => type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;

    private static object? DefaultOf(ParameterInfo parameter) => parameter.DefaultValue
        ?? (parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null);
}
