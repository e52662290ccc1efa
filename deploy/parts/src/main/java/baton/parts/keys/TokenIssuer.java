package baton.parts.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Signs bearer tokens for an installation that has no identity provider: RS256, issuer and audience
 * {@code baton}, the claims {@code groups}, {@code organisation} and {@code person}. The services
 * know only the public key.
 */
public final class TokenIssuer {
  private static final String BATON = "baton";
  private static final int KEY_BITS = 2048;

  private final RSAPrivateCrtKey privateKey;
  private final Path publicKeyFile;

  private TokenIssuer(RSAPrivateCrtKey privateKey, Path publicKeyFile) {
    this.privateKey = privateKey;
    this.publicKeyFile = publicKeyFile;
  }

  /** Reads {@code token.key} and {@code token.pub} in the folder, or makes them. */
  public static TokenIssuer in(Path folder) throws IOException {
    try {
      var pem = OwnerOnly.text(folder.resolve("token.key"), TokenIssuer::freshKey);
      var key = new PKCS8EncodedKeySpec(Pem.bytes(pem));
      var rsa = KeyFactory.getInstance("RSA");
      var privateKey = (RSAPrivateCrtKey) rsa.generatePrivate(key);
      var publicKey =
          rsa.generatePublic(
              new RSAPublicKeySpec(privateKey.getModulus(), privateKey.getPublicExponent()));
      var publicKeyFile = folder.resolve("token.pub");
      if (!Files.exists(publicKeyFile)) {
        Files.writeString(publicKeyFile, Pem.of("PUBLIC KEY", publicKey.getEncoded()));
      }
      return new TokenIssuer(privateKey, publicKeyFile);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(folder.resolve("token.key") + " is not an RSA key in PKCS#8 PEM", e);
    }
  }

  /** PEM, for whoever checks the tokens. */
  public Path publicKeyFile() {
    return publicKeyFile;
  }

  /** A token from now on, for as long as given. */
  public String sign(Bearer bearer, Duration lifetime) {
    return sign(bearer, lifetime, BATON);
  }

  /**
   * @param audience for whom it is; the services take their own only
   */
  public String sign(Bearer bearer, Duration lifetime, String audience) {
    var now = Instant.now();
    var claims = new JwtClaims();
    claims.setIssuer(BATON);
    claims.setAudience(audience);
    claims.setSubject(bearer.subject());
    claims.setGeneratedJwtId();
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(now.plus(lifetime).getEpochSecond()));
    claims.setStringListClaim("groups", bearer.role());
    claims.setStringClaim("organisation", bearer.organisation());
    if (bearer.person() != null) {
      claims.setStringClaim("person", bearer.person());
    }
    return signed(claims);
  }

  private String signed(JwtClaims claims) {
    var signature = new JsonWebSignature();
    signature.setHeader("typ", "JWT");
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    signature.setPayload(claims.toJson());
    signature.setKey(privateKey);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("the token cannot be signed", e);
    }
  }

  private static String freshKey() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(KEY_BITS);
      KeyPair pair = generator.generateKeyPair();
      return Pem.of("PRIVATE KEY", pair.getPrivate().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has RSA", e);
    }
  }
}
