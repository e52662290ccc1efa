package baton.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * An organisation: a territorial force by its two-digit code as text ({@code "46"}), anyone else by
 * a slug ({@code nca}, {@code psni}, {@code toronto-police}). Source: contracts, "Organisations".
 */
public record OrganisationCode(String value) implements Comparable<OrganisationCode> {
  // Before the constants below: their constructor uses it.
  private static final Pattern FORM = Pattern.compile("[0-9]{2}|[a-z][a-z0-9-]{1,62}");

  /** The National Crime Agency, whose referrals desk receives everything. */
  public static final OrganisationCode NCA = new OrganisationCode("nca");

  /** Baton itself, where a service acts with nobody behind it. */
  public static final OrganisationCode BATON = new OrganisationCode("baton");

  public OrganisationCode {
    if (value == null || !FORM.matcher(value).matches())
      throw new IllegalArgumentException(
          "an organisation is a two-digit force code or a lower-case slug such as toronto-police");
  }

  @JsonCreator
  public static OrganisationCode of(String value) {
    return new OrganisationCode(value);
  }

  @Override
  public int compareTo(OrganisationCode other) {
    return value.compareTo(other.value);
  }

  @Override
  @JsonValue
  public String toString() {
    return value;
  }
}
