package baton.contract;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a person wrote in a form's free-text fields. Free text may name people, so it is only ever
 * sealed. Fields not asked for are null.
 *
 * @param reason why
 * @param text anything further: evidence, a note
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FreeText(String reason, String text) {
  /** Sealed free text, or null where neither was given: an event then has no sealed part. */
  public static Sealed<FreeText> sealed(String reason, String text) {
    return reason == null && text == null ? null : Sealed.open(new FreeText(reason, text));
  }
}
