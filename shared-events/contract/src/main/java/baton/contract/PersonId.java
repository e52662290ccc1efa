package baton.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A member of staff as the roster knows him or her, such as {@code p-1001}. Not a name; not sealed.
 */
public record PersonId(String value) implements Comparable<PersonId> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

  public PersonId {
    if (value == null || !FORM.matcher(value).matches())
      throw new IllegalArgumentException(
          "a person id is 1 to 64 letters, digits, '.', '_', '@' or '-', such as p-1001");
  }

  @JsonCreator
  public static PersonId of(String value) {
    return new PersonId(value);
  }

  @Override
  public int compareTo(PersonId other) {
    return value.compareTo(other.value);
  }

  @Override
  @JsonValue
  public String toString() {
    return value;
  }
}
