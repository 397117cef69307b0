/* Makes vectors.json: xoshiro128++ 1.0 as its authors define it (Blackman & Vigna, "Scrambled linear
   pseudorandom number generators", ACM TOMS 47(4), 2021), written from the paper, and what the house
   draws from it. 64- and 128-bit integers here, doubles there: the two ways must agree.
   gcc -O2 -Wall -o /tmp/make_vectors make_vectors.c && /tmp/make_vectors > vectors.json */
#include <stdint.h>
#include <stdio.h>

static uint32_t s[4];

static uint32_t rotl(uint32_t x, int k) { return (x << k) | (x >> (32 - k)); }

static uint32_t next(void) {
  const uint32_t result = rotl(s[0] + s[3], 7) + s[0];
  const uint32_t t = s[1] << 9;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = rotl(s[3], 11);
  return result;
}

/* 53 bits from two outputs, the first one above. */
static uint64_t bits53(void) {
  const uint64_t a = next() >> 5;
  const uint64_t b = next() >> 6;
  return (a << 26) | b;
}

/* Lemire 2019, "Fast random integer generation in an interval", Algorithm 5 with L = 32; draws counted. */
static int drawn;
static uint32_t below(uint32_t m) {
  const uint32_t threshold = (uint32_t)((UINT64_C(1) << 32) % m);
  uint64_t product;
  do {
    product = (uint64_t)next() * m;
    drawn++;
  } while ((uint32_t)product < threshold);
  return (uint32_t)(product >> 32);
}

/* floor(u * m), u and its product with m rounded as doubles. */
static uint64_t below_large(uint64_t m) { return (uint64_t)((double)bits53() * 0x1p-53 * (double)m); }

static const uint32_t STATES[][4] = {
  {1, 2, 3, 4},
  {0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff},
  {0x80000000, 0, 0, 0},
  {0xdeadbeef, 0x01234567, 0x89abcdef, 0x0badf00d},
};
static const uint32_t SMALL[] = {1, 2, 3, 6, 7, 10, 52, 1000, 4096, 65537, 1000003, 1500000, 2097151, 2097152};
static const uint64_t LARGE[] = {2097153, 10000000, UINT64_C(4294967296), UINT64_C(1000000000000), UINT64_C(9007199254740991)};
#define COUNT(a) (sizeof(a) / sizeof *(a))

static void start(int state) {
  for (int i = 0; i < 4; i++) s[i] = STATES[state][i];
}

int main(void) {
  printf("[\n");
  for (size_t k = 0; k < COUNT(STATES); k++) {
    printf("%s{\"state\": [%u, %u, %u, %u],\n", k ? ",\n" : "", STATES[k][0], STATES[k][1], STATES[k][2], STATES[k][3]);
    start(k);
    printf("\"next\": [");
    for (int i = 0; i < 64; i++) printf("%s%u", i ? ", " : "", next());
    for (int i = 64; i < 1000000; i++) next();
    printf("],\n\"millionth_next\": %u,\n", next());
    start(k);
    printf("\"uniform53\": [");
    for (int i = 0; i < 32; i++) printf("%s%llu", i ? ", " : "", (unsigned long long)bits53());
    printf("],\n\"below\": [");
    for (size_t j = 0; j < COUNT(SMALL); j++) {
      start(k);
      drawn = 0;
      printf("%s{\"m\": %u, \"values\": [", j ? ",\n" : "\n", SMALL[j]);
      for (int i = 0; i < 24; i++) printf("%s%u", i ? ", " : "", below(SMALL[j]));
      uint64_t sum = 0;
      for (int i = 24; i < 100000; i++) sum += below(SMALL[j]);
      printf("], \"sum_to_100000\": %llu, \"outputs_taken\": %d}", (unsigned long long)sum, drawn);
    }
    printf("],\n\"below_large\": [");
    for (size_t j = 0; j < COUNT(LARGE); j++) {
      start(k);
      printf("%s{\"m\": %llu, \"values\": [", j ? ",\n" : "\n", (unsigned long long)LARGE[j]);
      for (int i = 0; i < 8; i++) printf("%s%llu", i ? ", " : "", (unsigned long long)below_large(LARGE[j]));
      printf("]}");
    }
    start(k);
    int deck[20];
    for (int i = 0; i < 20; i++) deck[i] = i;
    for (int i = 19; i >= 1; i--) {
      const uint32_t j = below(i + 1);
      const int card = deck[i];
      deck[i] = deck[j];
      deck[j] = card;
    }
    printf("],\n\"shuffle_20\": [");
    for (int i = 0; i < 20; i++) printf("%s%d", i ? ", " : "", deck[i]);
    printf("]}");
  }
  printf("\n]\n");
  return 0;
}
