package baton.intake.receipt.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one place of a referral may hold. A null is an absent value and never reaches a rule. */
@FunctionalInterface
interface Rule {

  void check(Object value, String pointer, Findings findings);

  static Rule flag() {
    return (value, pointer, findings) -> {
      if (!(value instanceof Boolean)) wrongForm(pointer, "true or false", findings);
    };
  }

  static Rule wholeNumber(long min, long max) {
    return (value, pointer, findings) -> {
      boolean fits =
          value instanceof Number number
              && number.doubleValue() == number.longValue()
              && number.longValue() >= min
              && number.longValue() <= max;
      if (!fits) wrongForm(pointer, "a whole number from " + min + " to " + max, findings);
    };
  }

  static Rule oneOf(List<String> words) {
    Set<String> known = Set.copyOf(words);
    return (value, pointer, findings) -> {
      if (!(value instanceof String word) || !known.contains(word))
        wrongForm(pointer, "one of " + String.join(", ", words), findings);
    };
  }

  static Rule listOf(Rule each) {
    return (value, pointer, findings) -> {
      if (!(value instanceof List<?> list)) {
        wrongForm(pointer, "a list", findings);
        return;
      }
      for (int i = 0; i < list.size(); i++)
        if (list.get(i) != null) each.check(list.get(i), pointer + "/" + i, findings);
    };
  }

  /** An object with these fields; others are kept and named. */
  static Rule object(Map<String, Rule> fields) {
    var rules = new LinkedHashMap<>(fields);
    return (value, pointer, findings) -> {
      if (!(value instanceof Map<?, ?> map)) {
        wrongForm(pointer, "an object", findings);
        return;
      }
      map.forEach(
          (name, content) -> {
            Rule rule = rules.get(name);
            String at = pointer + "/" + escaped((String) name);
            if (rule == null) findings.kept(at);
            else if (content != null) rule.check(content, at, findings);
          });
    };
  }

  static void wrongForm(String pointer, String wanted, Findings findings) {
    findings.wrong(pointer, "wrong-form", pointer + " must be " + wanted);
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
