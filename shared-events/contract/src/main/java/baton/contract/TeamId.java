package baton.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A team of one organisation, such as {@code kent-polit}. */
public record TeamId(String value) implements Comparable<TeamId> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  public TeamId {
    if (value == null || !FORM.matcher(value).matches())
      throw new IllegalArgumentException(
          "a team id is 1 to 64 letters, digits, '.', '_' or '-', such as kent-polit");
  }

  @JsonCreator
  public static TeamId of(String value) {
    return new TeamId(value);
  }

  @Override
  public int compareTo(TeamId other) {
    return value.compareTo(other.value);
  }

  @Override
  @JsonValue
  public String toString() {
    return value;
  }
}
