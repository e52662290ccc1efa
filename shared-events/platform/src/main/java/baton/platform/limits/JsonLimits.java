package baton.platform.limits;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** How deep and how long JSON from outside may be. Its size as a whole is the body's limit. */
@Singleton
public class JsonLimits implements ObjectMapperCustomizer {

  public static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder()
          .maxNestingDepth(64)
          .maxNumberLength(100)
          .maxNameLength(1_000)
          .maxStringLength(512 * 1024)
          .build();

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.getFactory().setStreamReadConstraints(CONSTRAINTS);
  }
}
