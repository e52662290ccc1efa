package baton.allocation.webhooks.model;

/** How a webhook is signed. Source: Standard Webhooks 1.0.0, "Signature scheme". */
public enum Scheme {
  /** HMAC-SHA256 by a secret that both sides know. */
  V1("v1"),
  /** Ed25519: the receiver knows a public key only. */
  V1A("v1a");

  private final String word;

  Scheme(String word) {
    this.word = word;
  }

  /** As it stands before the signature. */
  public String word() {
    return word;
  }
}
