"""Fifteen places with time of day and weather in them, and how near to each other people would call them."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """`korean` phrases end in 의 ("호수 위의 오리"); `bare` is the place by itself, for captions that name nothing else."""

    id: str
    share: float
    english: tuple[str, ...]
    korean: tuple[str, ...]
    bare: tuple[str, ...]
    water: bool = False
    open: bool = False
    """No ground: things float anywhere instead of standing below the horizon."""
    near: tuple[str, ...] = ()


def _p(id, share, english, korean, bare, **more):
    return Place(id, share, tuple(english.split('|')), tuple(korean.split('|')), tuple(bare.split('|')), **more)


PLACES = (
    _p('lake', 3.2, 'on a lake|on a pond|in the water|on the river|on a blue lake|on a lake with mountains', '호수 위의|연못의|물 위의|강의|푸른 호수의|산이 보이는 호수의', 'a lake|호수|연못', water=True, near=('nightlake', 'sunsetlake', 'sea')),
    _p('sea', 2.2, 'on the sea|in the ocean|at sea|in the blue sea', '바다 위의|바다의|바닷속의|푸른 바다의', 'the sea|바다', water=True, near=('lake', 'beach')),
    _p('sky', 2, 'in the sky|in a blue sky', '하늘의|푸른 하늘의', 'the sky|하늘', open=True),
    _p('grass', 2.5, 'on the grass|on green grass|in a green field|in a meadow|in a park', '풀밭의|초록 풀밭의|초원의|잔디밭의|들판의|공원의', 'a meadow|풀밭|초원'),
    _p('night', 1.7, 'at night|under a starry sky', '밤의|별이 빛나는 밤의|밤하늘의', 'a starry night|밤|밤하늘', near=('nightlake',)),
    _p('nightlake', 1.3, 'on a lake at night|on a moonlit lake', '밤 호수 위의|밤의 호수의', 'a moonlit lake|밤 호수', water=True, near=('night', 'lake')),
    _p('sunset', 1.4, 'at sunset|in the evening', '노을 속의|해 질 녘의|저녁의', 'a sunset|노을', near=('sunsetlake',)),
    _p('sunsetlake', 1.3, 'on a lake at sunset|on a lake in the evening', '노을 진 호수 위의|저녁 호수의', 'a lake at sunset|노을 진 호수', water=True, near=('sunset', 'lake')),
    _p('snow', 1.4, 'in the snow|in winter', '눈밭의|겨울의|눈 속의', 'snow|눈밭|겨울'),
    _p('beach', 1.4, 'on the beach|on the sand', '해변의|모래 위의|바닷가의', 'a beach|해변|바닷가', near=('sea',)),
    _p('white', 0.5, 'on a white background', '하얀 배경의|흰 배경의', 'a white background|하얀 배경', open=True),
    _p('yellow', 0.5, 'on a yellow background', '노란 배경의', 'a yellow background|노란 배경', open=True),
    _p('pink', 0.6, 'on a pink background', '분홍 배경의|분홍색 배경의', 'a pink background|분홍 배경', open=True),
    _p('green', 0.5, 'on a green background', '초록 배경의|초록색 배경의', 'a green background|초록 배경', open=True),
    _p('blue', 0.5, 'on a blue background', '파란 배경의|파란색 배경의', 'a blue background|파란 배경', open=True),
)
BY_ID = {place.id: place for place in PLACES}
INDEX = {place.id: i for i, place in enumerate(PLACES)}
